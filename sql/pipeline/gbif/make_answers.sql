-- How each spelling ended: by its key where that is known, else by its name.
CREATE OR REPLACE TEMP TABLE gbif_answers AS
WITH answers AS (
    SELECT
        original_name,
        verdict,
        coalesce(accepted_key, usage_key) AS taxon
    FROM gbif_names
    WHERE checklist_key = $checklist_key AND checklist_release = $checklist_release
)
SELECT
    w.taxon_key,
    w.name,
    CASE WHEN k.verdict = 'matched' THEN k.verdict ELSE coalesce(n.verdict, 'unmatched') END AS verdict,
    CASE WHEN k.verdict = 'matched' THEN k.taxon ELSE n.taxon END AS taxon
FROM gbif_wanted AS w
LEFT JOIN answers AS k ON k.original_name = w.key
LEFT JOIN answers AS n ON n.original_name = w.name;

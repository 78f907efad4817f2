-- A row with a source of its own spells its name, or the original name beside it, as that source does; the accepted name
-- is a spelling of the list's own source, unless that is blank. Keys of checklists are those of the accepted name.
CREATE OR REPLACE TEMP TABLE staged_spellings AS
SELECT DISTINCT taxon_key, source, original_name, checklist_keys
FROM (
    SELECT
        taxon_key,
        coalesce(source, $source) AS source,
        coalesce(spelling, name) AS original_name,
        CASE WHEN spelling IS NULL THEN checklist_keys END AS checklist_keys
    FROM staged_names
    WHERE coalesce(source, $source) <> ''
    UNION ALL
    SELECT
        taxon_key,
        $source,
        name,
        checklist_keys
    FROM staged_names
    WHERE spelling IS NOT NULL AND $source <> ''
);

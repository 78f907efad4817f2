-- Taxa of several sources that are called alike are one label, unless a source has several of that name: homonyms stay apart.
CREATE OR REPLACE TEMP TABLE manifest_labels AS
WITH named AS (
    SELECT
        source,
        taxon_id,
        taxon_key,
        name,
        canonical_name,
        count(*) OVER (PARTITION BY source, canonical_name) AS twins
    FROM taxa
    WHERE
        list_contains($sources::VARCHAR[], source)
        AND canonical_name IS NOT NULL
        AND ($rank = 'taxon' OR (rank = $rank AND active))
)
SELECT
    upper(canonical_name[1]) || canonical_name[2:] || CASE
        WHEN max(twins) OVER (PARTITION BY canonical_name) > 1 THEN format(' ({} {})', source, taxon_key)
        ELSE ''
    END AS label,
    source,
    taxon_id,
    name
FROM named;

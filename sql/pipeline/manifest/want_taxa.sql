-- The iNaturalist taxa that count for each shortlist taxon, with the first spelling that leads there.
CREATE OR REPLACE TEMP TABLE manifest_taxa AS
WITH descendants AS (
    SELECT
        taxon_id,
        try_cast(unnest(string_split(ancestry, '/')) AS INTEGER) AS ancestor_id
    FROM settled_taxa
    WHERE $descendants
),
wanted AS (
    SELECT taxon_number, taxon_id, spelling
    FROM manifest_matched
    UNION ALL
    SELECT
        m.taxon_number,
        d.taxon_id,
        m.spelling
    FROM descendants AS d
    JOIN manifest_matched AS m ON m.taxon_id = d.ancestor_id
)
SELECT
    taxon_number,
    taxon_id,
    min(spelling).source AS name_source,
    min(spelling).original_name AS original_name
FROM wanted
GROUP BY taxon_number, taxon_id;

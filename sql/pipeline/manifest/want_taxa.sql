-- The taxa that count for each shortlist taxon, with the first spelling that leads there.
CREATE OR REPLACE TEMP TABLE manifest_taxa AS
WITH descendants AS (
    SELECT
        source,
        taxon_id,
        try_cast(unnest(string_split(ancestry, '/')) AS BIGINT) AS ancestor_id
    FROM taxa
    WHERE $descendants AND list_contains($sources::VARCHAR[], source)
),
wanted AS (
    SELECT taxon_number, source, taxon_id, spelling
    FROM manifest_matched
    UNION ALL
    SELECT
        m.taxon_number,
        d.source,
        d.taxon_id,
        m.spelling
    FROM descendants AS d
    JOIN manifest_matched AS m ON m.taxon_id = d.ancestor_id AND m.source = d.source
)
SELECT
    w.taxon_number,
    list_position($sources::VARCHAR[], w.source)::TINYINT AS source_place,
    w.taxon_id,
    any_value(t.taxon_key) AS taxon_key,
    min(w.spelling).source AS name_source,
    min(w.spelling).original_name AS original_name
FROM wanted AS w
LEFT JOIN taxa AS t ON t.source = w.source AND t.taxon_id = w.taxon_id
GROUP BY w.taxon_number, w.source, w.taxon_id;

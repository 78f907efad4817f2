CREATE OR REPLACE TEMP TABLE manifest_shortlist AS
SELECT
    row_number() OVER (ORDER BY taxon_key)::INTEGER AS taxon_number,
    taxon_key,
    scientific_name,
    slug
FROM shortlist
WHERE
    len($lists::VARCHAR[]) = 0
    OR taxon_key IN (SELECT taxon_key FROM shortlist_entries WHERE list_contains($lists::VARCHAR[], list));

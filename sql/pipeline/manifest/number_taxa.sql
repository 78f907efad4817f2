-- Of several lists that were asked for, the first names the taxa that it has.
CREATE OR REPLACE TEMP TABLE manifest_shortlist AS
SELECT
    row_number() OVER (ORDER BY s.taxon_key)::INTEGER AS taxon_number,
    s.taxon_key,
    coalesce(e.scientific_name, s.scientific_name) AS scientific_name,
    s.slug
FROM shortlist AS s
LEFT JOIN (
    SELECT
        taxon_key,
        min_by(scientific_name, list_position($lists::VARCHAR[], list)) AS scientific_name
    FROM shortlist_entries
    WHERE list_contains($lists::VARCHAR[], list)
    GROUP BY taxon_key
) AS e ON e.taxon_key = s.taxon_key
WHERE len($lists::VARCHAR[]) = 0 OR e.taxon_key IS NOT NULL;

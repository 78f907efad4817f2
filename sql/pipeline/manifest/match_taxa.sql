-- The taxa that each entry of the shortlist reaches, with the first spelling that leads there; without spellings of
-- lists that mean something else by its key.
CREATE OR REPLACE TEMP TABLE manifest_matched AS
SELECT
    s.taxon_number,
    m.taxon_source AS source,
    m.taxon_id,
    min(m.matched_name) AS matched_name,
    min({source: m.source, original_name: m.original_name}) AS spelling
FROM matches AS m
JOIN manifest_shortlist AS s ON s.taxon_key = m.taxon_key
ANTI JOIN (
    SELECT
        n.taxon_key,
        n.source,
        n.original_name
    FROM shortlist_names AS n
    LEFT JOIN manifest_apart AS a ON a.taxon_key = n.taxon_key AND a.list = n.list
    GROUP BY n.taxon_key, n.source, n.original_name
    HAVING count(*) = count(a.list)
) AS apart ON apart.taxon_key = m.taxon_key AND apart.source = m.source AND apart.original_name = m.original_name
WHERE
    m.status = 'matched'
    AND list_contains($sources::VARCHAR[], m.taxon_source)
GROUP BY s.taxon_number, m.taxon_source, m.taxon_id;

-- The taxa that each entry of the shortlist reaches, with the first spelling that leads there.
CREATE OR REPLACE TEMP TABLE manifest_matched AS
SELECT
    s.taxon_number,
    m.taxon_id,
    min(m.matched_name) AS matched_name,
    min({source: m.source, original_name: m.original_name}) AS spelling
FROM matches AS m
JOIN manifest_shortlist AS s ON s.taxon_key = m.taxon_key
WHERE m.status = 'matched'
GROUP BY s.taxon_number, m.taxon_id;

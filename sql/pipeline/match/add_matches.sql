INSERT INTO matches BY NAME
SELECT
    n.taxon_key,
    n.source,
    n.original_name,
    CASE coalesce(f.candidates, 0) WHEN 0 THEN 'unmatched' WHEN 1 THEN 'matched' ELSE 'ambiguous' END AS status,
    f.method,
    coalesce(f.candidates, 0) AS candidates,
    $taxon_source AS taxon_source,
    CASE WHEN f.candidates = 1 THEN f.taxon_id END AS taxon_id,
    CASE WHEN f.candidates = 1 THEN f.name END AS matched_name,
    $matched_at AS matched_at,
    CASE WHEN f.candidates IS NULL THEN r.reason END AS reason
FROM (SELECT DISTINCT taxon_key, source, original_name FROM shortlist_names) AS n
SEMI JOIN shortlist AS s ON s.taxon_key = n.taxon_key
LEFT JOIN (
    SELECT
        original_name,
        min(method) AS method,
        count(DISTINCT taxon_id) AS candidates,
        min(taxon_id) AS taxon_id,
        min(name) AS name
    FROM match_fits
    GROUP BY original_name
) AS f ON f.original_name = n.original_name
LEFT JOIN match_reasons AS r ON r.original_name = n.original_name
ORDER BY n.taxon_key, n.source, n.original_name;

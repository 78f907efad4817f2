-- A key of a checklist goes before the name, but not before what a person has decided.
INSERT INTO matches BY NAME
SELECT
    n.taxon_key,
    n.source,
    n.original_name,
    CASE coalesce(nullif(k.candidates, 0), f.candidates, 0) WHEN 0 THEN 'unmatched' WHEN 1 THEN 'matched' ELSE 'ambiguous' END AS status,
    CASE WHEN k.candidates > 0 THEN 'key' ELSE f.method END AS method,
    coalesce(nullif(k.candidates, 0), f.candidates, 0) AS candidates,
    $taxon_source AS taxon_source,
    CASE WHEN k.candidates = 1 THEN k.taxon_id WHEN k.candidates > 1 THEN NULL WHEN f.candidates = 1 THEN f.taxon_ids[1] END AS taxon_id,
    CASE WHEN k.candidates = 1 THEN k.name WHEN k.candidates > 1 THEN NULL WHEN f.candidates = 1 THEN f.name END AS matched_name,
    $matched_at AS matched_at,
    CASE
        WHEN k.candidates > 0 AND (k.is_nameless OR list_contains(f.taxon_ids, k.taxon_id)) THEN NULL
        WHEN k.candidates > 0 AND f.candidates = 1 THEN format('its name fits {} (taxon {})', f.name, f.taxon_ids[1])
        WHEN k.candidates > 0 AND f.candidates > 1 THEN format('its name fits {} other taxa', f.candidates)
        WHEN k.candidates > 0 AND NOT $exact THEN 'its name fits no taxon'
        WHEN k.candidates > 0 THEN NULL
        WHEN k.is_nameless THEN k.doubt
        WHEN f.candidates IS NULL THEN concat_ws('; ', r.reason, k.doubt)
        ELSE k.doubt
    END AS reason
FROM (SELECT DISTINCT taxon_key, source, original_name FROM shortlist_names) AS n
SEMI JOIN shortlist AS s ON s.taxon_key = n.taxon_key
LEFT JOIN (
    SELECT
        original_name,
        min(method) AS method,
        count(DISTINCT taxon_id) AS candidates,
        list(DISTINCT taxon_id) AS taxon_ids,
        min(name) AS name
    FROM match_fits
    GROUP BY original_name
) AS f ON f.original_name = n.original_name
LEFT JOIN match_reasons AS r ON r.original_name = n.original_name
LEFT JOIN match_keyed AS k ON k.taxon_key = n.taxon_key AND k.source = n.source AND k.original_name = n.original_name
ORDER BY n.taxon_key, n.source, n.original_name;

SELECT
    count(DISTINCT n.taxon_key) AS taxa,
    (SELECT count(DISTINCT (taxon_key, source, original_name)) FROM staged_spellings) AS spellings,
    count(DISTINCT n.taxon_key) FILTER (WHERE s.taxon_key IS NULL) AS strangers
FROM staged_names AS n
LEFT JOIN shortlist AS s ON s.taxon_key = n.taxon_key;

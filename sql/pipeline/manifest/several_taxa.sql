SELECT
    s.scientific_name,
    s.taxon_key,
    count(*) AS taxa
FROM manifest_matched AS m
JOIN manifest_shortlist AS s ON s.taxon_number = m.taxon_number
GROUP BY s.taxon_number, s.taxon_key, s.scientific_name, m.source
HAVING taxa > 1
ORDER BY s.taxon_number, m.source;

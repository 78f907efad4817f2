SELECT
    any_value(m.matched_name) AS matched_name,
    count(*) AS entries,
    min(s.scientific_name) AS one_name,
    max(s.scientific_name) AS other_name
FROM manifest_matched AS m
JOIN manifest_shortlist AS s ON s.taxon_number = m.taxon_number
GROUP BY m.source, m.taxon_id
HAVING entries > 1
ORDER BY matched_name, m.source, m.taxon_id;

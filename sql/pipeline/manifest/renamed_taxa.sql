-- Taxa whose folder is called by the name that another list has for them.
SELECT
    m.taxon_number,
    m.taxon_key,
    m.scientific_name,
    s.scientific_name AS other_name
FROM manifest_shortlist AS m
JOIN shortlist AS s ON s.taxon_key = m.taxon_key
WHERE lower(trim(m.scientific_name)) <> lower(trim(s.scientific_name))
ORDER BY m.taxon_number;

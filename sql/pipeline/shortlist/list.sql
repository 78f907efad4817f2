SELECT
    s.taxon_key,
    s.scientific_name,
    s.slug,
    count(n.original_name) AS spellings,
    s.origin,
    s.loaded_at
FROM shortlist AS s
LEFT JOIN shortlist_names AS n ON n.taxon_key = s.taxon_key
GROUP BY s.taxon_key, s.scientific_name, s.slug, s.origin, s.loaded_at
ORDER BY s.taxon_key;

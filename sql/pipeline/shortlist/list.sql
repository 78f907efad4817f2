SELECT
    s.taxon_key,
    s.scientific_name,
    s.slug,
    (SELECT count(DISTINCT (n.source, n.original_name)) FROM shortlist_names AS n WHERE n.taxon_key = s.taxon_key) AS spellings,
    (SELECT string_agg(e.list, ', ' ORDER BY e.list) FROM shortlist_entries AS e WHERE e.taxon_key = s.taxon_key) AS lists,
    s.loaded_at
FROM shortlist AS s
ORDER BY s.taxon_key;

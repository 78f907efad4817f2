INSERT INTO shortlist_entries (list, taxon_key, scientific_name)
SELECT $list, taxon_key, min_by(name, line)
FROM staged_names
GROUP BY taxon_key
ORDER BY taxon_key;

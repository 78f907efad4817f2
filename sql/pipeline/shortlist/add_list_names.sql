INSERT INTO shortlist_names (taxon_key, source, original_name, list)
SELECT DISTINCT taxon_key, $source, name, $list
FROM staged_names
ORDER BY taxon_key, name;

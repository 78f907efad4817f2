INSERT INTO shortlist_entries (list, taxon_key, scientific_name)
SELECT $list, taxon_key, name
FROM staged_entries;

INSERT INTO shortlist_entries BY NAME
SELECT $list AS list, taxon_key, name AS scientific_name
FROM staged_entries;

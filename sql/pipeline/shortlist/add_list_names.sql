INSERT INTO shortlist_names (taxon_key, source, original_name, list)
SELECT taxon_key, source, original_name, $list
FROM staged_spellings;

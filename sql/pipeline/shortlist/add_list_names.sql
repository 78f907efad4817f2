INSERT INTO shortlist_names BY NAME
SELECT taxon_key, source, original_name, $list AS list, checklist_keys
FROM staged_spellings;

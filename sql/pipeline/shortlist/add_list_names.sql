INSERT INTO shortlist_names (taxon_key, source, original_name, list, checklist_keys)
SELECT taxon_key, source, original_name, $list, checklist_keys
FROM staged_spellings;

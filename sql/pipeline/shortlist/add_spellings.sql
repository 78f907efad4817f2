INSERT INTO shortlist_names BY NAME
SELECT
    n.taxon_key,
    n.source,
    n.original_name,
    n.checklist_keys
FROM staged_spellings AS n
ANTI JOIN shortlist_names AS known
    ON known.taxon_key = n.taxon_key
    AND known.source = n.source
    AND known.original_name = n.original_name
    AND known.checklist_keys IS NOT DISTINCT FROM n.checklist_keys
ORDER BY n.taxon_key, n.source, n.original_name;

SELECT
    (SELECT count(*) FROM shortlist) AS shortlisted,
    (SELECT count(*) FROM shortlist_names SEMI JOIN shortlist USING (taxon_key)) AS spellings,
    EXISTS (SELECT 1 FROM shortlist_names WHERE checklist_keys IS NOT NULL) AS has_keys;

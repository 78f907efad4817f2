SELECT
    (SELECT count(*) FROM shortlist) AS shortlisted,
    (SELECT count(*) FROM shortlist_names SEMI JOIN shortlist USING (taxon_key)) AS spellings;

SELECT
    max(snapshot_id) AS snapshot_id,
    (SELECT count(*) FROM inat_taxa) AS taxa,
    (SELECT count(*) FROM shortlist) AS shortlisted,
    (SELECT count(*) FROM shortlist_names SEMI JOIN shortlist USING (taxon_key)) AS spellings
FROM snapshots
WHERE source = 'inat-open-data';

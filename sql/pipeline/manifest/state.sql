SELECT
    (SELECT max(snapshot_id) FROM snapshots WHERE source = 'inat-open-data') AS snapshot_id,
    (SELECT count(*) FROM shortlist) AS shortlisted,
    (SELECT max_by(snapshot_id, rowid) FROM match_runs) AS matched_snapshot_id,
    (SELECT count(DISTINCT taxon_key) FROM matches SEMI JOIN shortlist USING (taxon_key) WHERE status = 'matched') AS matched;

WITH wanted AS (
    SELECT taxon_key
    FROM shortlist
    WHERE
        len($lists::VARCHAR[]) = 0
        OR taxon_key IN (SELECT taxon_key FROM shortlist_entries WHERE list_contains($lists::VARCHAR[], list))
)
SELECT
    (SELECT max(snapshot_id) FROM snapshots WHERE list_contains($sources::VARCHAR[], source)) AS snapshot_id,
    (SELECT count(*) FROM wanted) AS shortlisted,
    (SELECT max_by(snapshot_id, rowid) FROM match_runs) AS matched_snapshot_id,
    (SELECT count(DISTINCT taxon_key) FROM matches SEMI JOIN wanted USING (taxon_key) WHERE status = 'matched') AS matched;

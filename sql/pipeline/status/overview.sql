SELECT
    s.source AS snapshot,
    s.snapshot_date,
    s.ingested_at,
    s.size_bytes
FROM snapshots AS s
ORDER BY s.snapshot_id;

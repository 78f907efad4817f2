SELECT coalesce(max(snapshot_id), 0) + 1 AS snapshot_id
FROM snapshots;

-- What is in the tables of these sources.
SELECT max(snapshot_id) AS snapshot_id
FROM snapshots
WHERE list_contains($sources::VARCHAR[], source)
GROUP BY source, name
ORDER BY snapshot_id;

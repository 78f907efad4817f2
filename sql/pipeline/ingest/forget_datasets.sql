DELETE FROM datasets
WHERE snapshot_id IN (SELECT snapshot_id FROM snapshots WHERE source = $source AND name = $name);

-- Those of the snapshots that the new one replaces.
DELETE FROM ingest_rejects
WHERE snapshot_id IN (SELECT snapshot_id FROM snapshots WHERE source = $source AND name = $name);

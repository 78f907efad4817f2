-- The rows of the snapshots that the new one replaces.
DELETE FROM {{table}}
WHERE snapshot_id IN (SELECT snapshot_id FROM snapshots WHERE source = $source AND name = $name);

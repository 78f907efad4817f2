DELETE FROM urls_photos
WHERE snapshot_id IN (SELECT snapshot_id FROM snapshots WHERE source = 'urls' AND name = $name);

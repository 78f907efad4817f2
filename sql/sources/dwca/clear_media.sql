DELETE FROM dwca_media
WHERE snapshot_id IN (SELECT snapshot_id FROM snapshots WHERE source = 'dwca' AND name = $name);

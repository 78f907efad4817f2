DELETE FROM download_events
WHERE manifest_id = $manifest_id;

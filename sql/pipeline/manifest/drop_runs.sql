DELETE FROM download_runs
WHERE manifest_id = $manifest_id;

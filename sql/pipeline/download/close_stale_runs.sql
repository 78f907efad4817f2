UPDATE download_runs
SET finished_at = $now, outcome = 'interrupted'
WHERE manifest_id = $manifest_id AND finished_at IS NULL;

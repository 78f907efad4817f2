-- Those into another root stay open: nobody has looked at their files.
UPDATE download_runs
SET finished_at = CASE WHEN root = $root THEN $now END, outcome = 'interrupted'
WHERE manifest_id = $manifest_id AND finished_at IS NULL;

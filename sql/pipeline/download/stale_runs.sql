-- Runs that ended without a word.
SELECT r.run_id, r.root = $root AS is_here
FROM download_runs AS r
WHERE r.manifest_id = $manifest_id AND r.finished_at IS NULL
ORDER BY r.run_id;

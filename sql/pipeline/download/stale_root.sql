SELECT r.root
FROM download_runs AS r
WHERE r.manifest_id = $manifest_id AND r.finished_at IS NULL
ORDER BY r.run_id DESC
LIMIT 1;

SELECT
    r.run_id,
    r.root,
    r.started_at,
    r.finished_at,
    r.outcome
FROM download_runs AS r
WHERE r.manifest_id = $manifest_id
ORDER BY r.run_id DESC
LIMIT 1;

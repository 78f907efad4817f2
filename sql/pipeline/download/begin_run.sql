INSERT INTO download_runs (run_id, manifest_id, root, started_at)
SELECT coalesce(max(r.run_id), 0) + 1, $manifest_id, $root, $now
FROM download_runs AS r;

-- @title   Runs of downloads: when, how long, what came of them
-- @doc     A run without an end is under way, or its process was killed.
-- @param   manifest  text?   Only runs of this manifest; left out = all
-- @tags    downloads
-- @example
SELECT
    m.name AS manifest,
    r.run_id,
    r.started_at,
    date_diff('millisecond', r.started_at, r.finished_at) AS took_ms,
    r.outcome,
    count(e.file_id) FILTER (e.state = 'done') AS photos,
    sum(e.size_bytes) FILTER (e.state = 'done') AS size_bytes,
    count(e.file_id) FILTER (e.state IN ('gone', 'refused', 'failed')) AS given_up,
    r.root
FROM download_runs AS r
JOIN manifests AS m ON m.manifest_id = r.manifest_id
LEFT JOIN download_events AS e ON e.run_id = r.run_id
WHERE $manifest IS NULL OR m.manifest_id = manifest_number($manifest)
GROUP BY m.name, r.run_id, r.started_at, r.finished_at, r.outcome, r.root
ORDER BY r.run_id DESC;

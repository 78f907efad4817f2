-- Of the newest run that fetched anything, whatever the manifest.
SELECT (sum(e.size_bytes) / greatest(epoch(max(e.happened_at)) - epoch(max(r.started_at)), 0.001))::BIGINT AS bytes_per_second
FROM download_events AS e
JOIN download_runs AS r ON r.run_id = e.run_id
WHERE e.state = 'done'
GROUP BY e.run_id
ORDER BY e.run_id DESC
LIMIT 1;

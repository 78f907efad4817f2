-- What is missing or broken is fetched by the next start. What could not be read may be whole.
INSERT INTO download_events (run_id, manifest_id, file_id, state, attempt, reason, happened_at)
SELECT r.run_id, c.manifest_id, c.file_id, 'pending', 0, c.verdict, $now
FROM photo_checks AS c
JOIN (
    SELECT manifest_id, max(run_id) AS run_id
    FROM download_runs
    GROUP BY manifest_id
) AS r ON r.manifest_id = c.manifest_id
WHERE c.manifest_id = $manifest_id
    AND c.verdict <> 'unreadable'
    AND c.file_id IN (SELECT e.file_id FROM expected_files AS e)
ORDER BY c.file_id;

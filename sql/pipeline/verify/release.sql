-- What is missing or broken is fetched by the next start. What could not be read may be whole.
INSERT INTO download_events BY NAME
SELECT
    r.run_id,
    c.manifest_id,
    c.file_id,
    'pending' AS state,
    0 AS attempt,
    c.verdict AS reason,
    $now AS happened_at
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

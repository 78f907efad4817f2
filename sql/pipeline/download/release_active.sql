-- The run that was fetching these files ended without a word.
INSERT INTO download_events BY NAME
SELECT
    max_by(e.run_id, e.rowid) AS run_id,
    e.manifest_id,
    e.file_id,
    'pending' AS state,
    max_by(e.attempt, e.rowid) AS attempt,
    'interrupted' AS reason,
    $now AS happened_at
FROM download_events AS e
WHERE e.manifest_id = $manifest_id
    AND e.file_id IN (
        SELECT a.file_id
        FROM download_events AS a
        WHERE a.manifest_id = $manifest_id AND a.state = 'active'
    )
GROUP BY e.manifest_id, e.file_id
HAVING max_by(e.state, e.rowid) = 'active';

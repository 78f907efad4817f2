INSERT INTO download_events BY NAME
SELECT
    $run_id AS run_id,
    e.manifest_id,
    e.file_id,
    'pending' AS state,
    0 AS attempt,
    'asked_again' AS reason,
    $now AS happened_at
FROM download_events AS e
WHERE e.manifest_id = $manifest_id
    AND e.file_id IN (
        SELECT g.file_id
        FROM download_events AS g
        WHERE g.manifest_id = $manifest_id
            AND (g.state IN ('gone', 'refused', 'failed') OR g.not_before > $now)
    )
GROUP BY e.manifest_id, e.file_id
HAVING max_by(e.state, e.rowid) IN ('gone', 'refused', 'failed')
    OR max_by({not_before: e.not_before}, e.rowid).not_before > $now;

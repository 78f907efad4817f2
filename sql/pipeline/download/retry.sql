INSERT INTO download_events (run_id, manifest_id, file_id, state, attempt, reason, happened_at)
SELECT $run_id, e.manifest_id, e.file_id, 'pending', 0, 'asked_again', $now
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

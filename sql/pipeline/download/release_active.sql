-- The run that was fetching these files ended without a word.
INSERT INTO download_events (run_id, manifest_id, file_id, state, attempt, reason, happened_at)
SELECT max_by(e.run_id, e.rowid), e.manifest_id, e.file_id, 'pending', max_by(e.attempt, e.rowid), 'interrupted', $now
FROM download_events AS e
WHERE e.manifest_id = $manifest_id
    AND e.file_id IN (
        SELECT a.file_id
        FROM download_events AS a
        WHERE a.manifest_id = $manifest_id AND a.state = 'active'
    )
GROUP BY e.manifest_id, e.file_id
HAVING max_by(e.state, e.rowid) = 'active';

-- What a verify found wrong in files that have been stored again since: the verify had made them pending, unless it could
-- not read them.
DELETE FROM photo_checks
WHERE manifest_id = $manifest_id
    AND verdict <> 'unreadable'
    AND file_id IN (
        SELECT e.file_id
        FROM download_events AS e
        WHERE e.manifest_id = $manifest_id
            AND e.file_id IN (SELECT c.file_id FROM photo_checks AS c WHERE c.manifest_id = $manifest_id)
        GROUP BY e.file_id
        HAVING max_by(e.state, e.rowid) IN ('done', 'adopted')
    );

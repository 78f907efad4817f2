-- A broken file that is still there, and that no row claims any more, stays a finding.
DELETE FROM photo_checks AS c
WHERE c.manifest_id = $manifest_id
    AND (
        c.verdict IN ('missing', 'extra')
        OR c.file_id IN (SELECT e.file_id FROM expected_files AS e)
        OR NOT EXISTS (
            SELECT 1
            FROM found_files AS f
            WHERE f.file_name = c.file_name AND f.size_bytes = c.size_bytes
        )
    );

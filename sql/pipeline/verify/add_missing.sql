INSERT INTO photo_checks (manifest_id, file_id, file_name, verdict, checked_at)
SELECT $manifest_id, e.file_id, e.file_name, 'missing', $now
FROM expected_files AS e
WHERE e.found_bytes IS NULL
    AND e.file_id NOT IN (SELECT f.file_id FROM findings AS f)
ORDER BY e.file_id;

INSERT INTO photo_checks BY NAME
SELECT $manifest_id AS manifest_id, e.file_id, e.file_name, 'missing' AS verdict, $now AS checked_at
FROM expected_files AS e
WHERE e.found_bytes IS NULL
    AND e.file_id NOT IN (SELECT f.file_id FROM findings AS f)
ORDER BY e.file_id;

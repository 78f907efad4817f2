-- Nobody knows whether these files are there, so they are not missing.
INSERT INTO findings BY NAME
SELECT e.file_id, 'unreadable' AS verdict
FROM expected_files AS e
WHERE e.found_bytes IS NULL
    AND EXISTS (
        SELECT 1
        FROM unread_names AS u
        WHERE e.file_name = u.name OR starts_with(e.file_name, u.name || '/')
    );

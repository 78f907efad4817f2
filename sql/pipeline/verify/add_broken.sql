INSERT INTO photo_checks BY NAME
SELECT
    $manifest_id AS manifest_id,
    e.file_id,
    e.file_name,
    f.verdict,
    f.size_bytes,
    unhex(f.sha256) AS sha256,
    $now AS checked_at
FROM findings AS f
JOIN expected_files AS e ON e.file_id = f.file_id
ORDER BY e.file_id;

INSERT INTO photo_checks (manifest_id, file_id, file_name, verdict, size_bytes, sha256, checked_at)
SELECT $manifest_id, e.file_id, e.file_name, f.verdict, f.size_bytes, unhex(f.sha256), $now
FROM findings AS f
JOIN expected_files AS e ON e.file_id = f.file_id
ORDER BY e.file_id;

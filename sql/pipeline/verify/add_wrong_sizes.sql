-- What a listing alone tells: no file is read, so no hash is known.
INSERT INTO findings BY NAME
SELECT e.file_id, 'wrong_size' AS verdict, e.found_bytes AS size_bytes
FROM expected_files AS e
WHERE e.found_bytes <> e.size_bytes;

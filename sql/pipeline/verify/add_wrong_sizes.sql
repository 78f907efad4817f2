-- What a listing alone tells: no file is read, so no hash is known.
INSERT INTO findings (file_id, verdict, size_bytes)
SELECT e.file_id, 'wrong_size', e.found_bytes
FROM expected_files AS e
WHERE e.found_bytes <> e.size_bytes;

SELECT
    e.file_id,
    e.file_name,
    e.size_bytes,
    e.sha256
FROM expected_files AS e
WHERE e.place > $after AND e.place <= $after + $rows AND e.found_bytes IS NOT NULL
ORDER BY e.place;

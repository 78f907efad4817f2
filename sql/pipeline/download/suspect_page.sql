SELECT
    s.file_id,
    s.file_name,
    s.size_bytes,
    s.sha256
FROM suspects AS s
WHERE s.place > $after AND s.place <= $after + $rows
ORDER BY s.place;

SELECT
    d.place,
    d.file_id,
    d.sha256,
    p.url,
    p.file_name
FROM download_pending AS d
JOIN manifest_photos AS p ON p.file_id = d.file_id
WHERE p.manifest_id = $manifest_id AND d.place > $after AND d.place <= $after + $rows
ORDER BY d.place;

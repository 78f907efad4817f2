-- A photo of several taxa is fetched once; its rows need not lie near each other.
INSERT INTO manifest_shared (manifest_id, file_id, first_file_id, file_name)
SELECT p.manifest_id, p.file_id, s.first_file_id, p.file_name
FROM manifest_photos AS p
JOIN (
    SELECT photo_id, min(file_id) AS first_file_id
    FROM manifest_photos
    WHERE manifest_id = $manifest_id
    GROUP BY photo_id
    HAVING count(*) > 1
) AS s ON s.photo_id = p.photo_id
WHERE p.manifest_id = $manifest_id AND p.file_id <> s.first_file_id
ORDER BY s.first_file_id, p.file_id;

-- A photo of several taxa, or of one address, is fetched once; its rows need not lie near each other. Rows are found by the
-- hash of the address, which takes less memory, and compared by the address itself.
INSERT INTO manifest_shared BY NAME
SELECT p.manifest_id, p.file_id, s.first_file_id, p.file_name
FROM manifest_photos AS p
JOIN (
    SELECT hash(url) AS url_hash, min(file_id) AS first_file_id
    FROM manifest_photos
    WHERE manifest_id = $manifest_id
    GROUP BY url_hash
    HAVING count(*) > 1
) AS s ON s.url_hash = hash(p.url)
JOIN manifest_photos AS f ON f.manifest_id = $manifest_id AND f.file_id = s.first_file_id AND f.url = p.url
WHERE p.manifest_id = $manifest_id AND p.file_id <> s.first_file_id
ORDER BY s.first_file_id, p.file_id;

SELECT count(*) AS photos
FROM manifest_photos AS p
WHERE p.manifest_id = $manifest_id;

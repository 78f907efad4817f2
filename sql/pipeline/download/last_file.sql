SELECT coalesce(max(p.file_id), 0) AS file_id
FROM manifest_photos AS p
WHERE p.manifest_id = $manifest_id;

DELETE FROM manifest_photos
WHERE manifest_id = $manifest_id;

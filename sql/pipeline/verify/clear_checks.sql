DELETE FROM photo_checks
WHERE manifest_id = $manifest_id;

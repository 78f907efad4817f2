DELETE FROM manifest_shared
WHERE manifest_id = $manifest_id;

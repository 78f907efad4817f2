DELETE FROM download_sums
WHERE manifest_id = $manifest_id;

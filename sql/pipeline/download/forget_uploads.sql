DELETE FROM download_uploads
WHERE root = $root;

DELETE FROM download_uploads
WHERE upload_id = $upload_id AND root = $root;

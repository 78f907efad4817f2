INSERT INTO download_uploads (root, file_name, upload_id)
VALUES ($root, $file_name, $upload_id);

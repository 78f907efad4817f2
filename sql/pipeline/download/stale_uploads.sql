-- One job at a time writes into a root, so all of them were left there.
SELECT u.file_name, u.upload_id
FROM download_uploads AS u
WHERE u.root = $root
ORDER BY u.file_name;

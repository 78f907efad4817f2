SELECT f.first_file_id, f.file_id, f.file_name, f.url, f.sha256
FROM pending_files($manifest_id, $first_id, $last_id, $root, $now, $every_one, $private_hosts, $opted_out) AS f
ORDER BY f.first_file_id, f.file_id
LIMIT $rows;

-- For a plan: all files that a start would fetch.
CREATE OR REPLACE TEMP TABLE download_pending AS
SELECT f.file_id, f.file_name, f.url
FROM pending_files($manifest_id, 1, $last_id, $root, $now, $every_one, $private_hosts, $opted_out) AS f;

-- By the sums, so that a download begins at once. A photo whose host named a time may be counted though it waits.
SELECT
    (SELECT count(*) FROM manifest_photos AS p WHERE p.manifest_id = $manifest_id)
    - coalesce(
        sum(s.files) FILTER (
            NOT is_wanted(s.state, s.reason, true, r.root = $root, $every_one, $private_hosts, $opted_out)
        ), 0
    )::BIGINT AS files
FROM download_sums AS s
JOIN download_runs AS r ON r.run_id = s.run_id
WHERE s.manifest_id = $manifest_id;

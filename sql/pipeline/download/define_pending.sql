-- The files to fetch of the photos whose first row is one of these. The hash is that of the file when it was last stored.
CREATE OR REPLACE TEMP MACRO pending_files(manifest, first_id, last_id, root, moment, every_one, private_hosts, opted_out) AS TABLE
WITH files AS (
    SELECT p.file_id AS first_file_id, p.file_id, p.file_name, p.url
    FROM manifest_photos AS p
    WHERE p.manifest_id = manifest AND p.file_id BETWEEN first_id AND last_id
        AND p.file_id NOT IN (
            SELECT s.file_id
            FROM manifest_shared AS s
            WHERE s.manifest_id = manifest AND s.file_id BETWEEN first_id AND last_id
        )
    UNION ALL
    SELECT s.first_file_id, s.file_id, s.file_name, p.url
    FROM manifest_shared AS s
    JOIN manifest_photos AS p ON p.manifest_id = s.manifest_id AND p.file_id = s.first_file_id
    WHERE s.manifest_id = manifest AND s.first_file_id BETWEEN first_id AND last_id
        AND p.file_id BETWEEN first_id AND last_id
),
newest AS (
    SELECT
        e.file_id,
        max_by({state: e.state, reason: e.reason, run_id: e.run_id, not_before: e.not_before}, e.rowid) AS event,
        max_by(e.sha256, e.rowid) FILTER (e.sha256 IS NOT NULL) AS sha256
    FROM download_events AS e
    WHERE e.manifest_id = manifest AND e.file_id IN (SELECT f.file_id FROM files AS f)
    GROUP BY e.file_id
)
SELECT f.first_file_id, f.file_id, f.file_name, f.url, lower(hex(n.sha256)) AS sha256
FROM files AS f
LEFT JOIN newest AS n ON n.file_id = f.file_id
LEFT JOIN download_runs AS r ON r.run_id = n.event.run_id
WHERE is_wanted(
    n.event.state, n.event.reason, coalesce(n.event.not_before <= moment, true), r.root = root,
    every_one, private_hosts, opted_out
);

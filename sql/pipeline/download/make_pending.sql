-- Files to fetch, read once a run. Those of one photo follow each other, so that it is fetched once. What is stored
-- under another root counts as not fetched, and so does what only photocat refused, once that is allowed. A photo
-- whose host named a time waits for it. The hash is that of the file when it was last stored.
CREATE OR REPLACE TEMP TABLE download_pending AS
WITH newest AS (
    SELECT
        e.file_id,
        max_by(e.state, e.rowid) AS state,
        max_by(e.reason, e.rowid) AS reason,
        max_by(e.run_id, e.rowid) AS run_id,
        -- Of the last event even where it has none, which max_by itself would pass over.
        max_by({not_before: e.not_before}, e.rowid).not_before AS not_before,
        max_by(e.sha256, e.rowid) FILTER (e.sha256 IS NOT NULL) AS sha256
    FROM download_events AS e
    WHERE e.manifest_id = $manifest_id
    GROUP BY e.file_id
)
SELECT
    row_number() OVER (ORDER BY p.photo_id, p.url, p.file_id) AS place,
    p.file_id,
    lower(hex(n.sha256)) AS sha256
FROM manifest_photos AS p
LEFT JOIN newest AS n ON n.file_id = p.file_id
LEFT JOIN download_runs AS r ON r.run_id = n.run_id
WHERE p.manifest_id = $manifest_id
    AND (
        ($allow_private_hosts AND n.state = 'refused' AND n.reason IN ('blocked_address', 'blocked_port'))
        OR ($ignore_opt_out AND n.state = 'refused' AND n.reason = 'opted_out')
        OR coalesce(n.state, 'pending') IN ('pending', 'active')
        OR (n.state = 'retry' AND coalesce(n.not_before <= $now, true))
        OR (n.state IN ('done', 'adopted') AND r.root <> $root)
    );

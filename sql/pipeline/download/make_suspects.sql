-- What the run that ended without a word stored in its last five minutes.
CREATE OR REPLACE TEMP TABLE suspects AS
WITH newest AS (
    SELECT
        e.file_id,
        unnest(max_by({state: e.state, run_id: e.run_id, size_bytes: e.size_bytes, sha256: e.sha256, happened_at: e.happened_at}, e.rowid))
    FROM download_events AS e
    WHERE e.manifest_id = $manifest_id
    GROUP BY e.file_id
),
stale AS (
    SELECT r.run_id
    FROM download_runs AS r
    WHERE r.manifest_id = $manifest_id AND r.finished_at IS NULL
),
crash AS (
    SELECT max(e.happened_at) AS happened_at
    FROM download_events AS e
    WHERE e.run_id IN (SELECT s.run_id FROM stale AS s)
)
SELECT
    row_number() OVER (ORDER BY n.file_id) AS place,
    n.file_id,
    p.file_name,
    n.size_bytes,
    lower(hex(n.sha256)) AS sha256
FROM newest AS n
JOIN manifest_photos AS p ON p.manifest_id = $manifest_id AND p.file_id = n.file_id
CROSS JOIN crash AS c
WHERE n.state IN ('done', 'adopted')
    AND n.run_id IN (SELECT s.run_id FROM stale AS s)
    AND n.happened_at >= c.happened_at - INTERVAL 5 MINUTE;

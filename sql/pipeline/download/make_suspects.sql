-- What the runs into the root that ended without a word stored in their last five minutes.
CREATE OR REPLACE TEMP TABLE suspects AS
WITH stale AS (
    SELECT e.file_id, e.rowid AS event, e.state, e.size_bytes, e.sha256, e.happened_at
    FROM download_events AS e
    WHERE e.run_id IN (
        SELECT r.run_id
        FROM download_runs AS r
        WHERE r.manifest_id = $manifest_id AND r.root = $root AND r.finished_at IS NULL
    )
),
lately AS (
    SELECT s.file_id, s.event, s.state, s.size_bytes, s.sha256
    FROM stale AS s
    WHERE s.happened_at >= (SELECT max(l.happened_at) FROM stale AS l) - INTERVAL 5 MINUTE
),
newest AS (
    SELECT e.file_id, max(e.rowid) AS event
    FROM download_events AS e
    WHERE e.manifest_id = $manifest_id AND e.file_id IN (SELECT l.file_id FROM lately AS l)
    GROUP BY e.file_id
)
SELECT
    row_number() OVER (ORDER BY l.file_id) AS place,
    l.file_id,
    p.file_name,
    l.size_bytes,
    lower(hex(l.sha256)) AS sha256
FROM lately AS l
JOIN newest AS n ON n.event = l.event
JOIN manifest_photos AS p ON p.manifest_id = $manifest_id AND p.file_id = l.file_id
WHERE l.state IN ('done', 'adopted');

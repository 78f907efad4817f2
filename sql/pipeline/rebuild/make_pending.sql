-- Files of which no row says that they are there, whatever else it says. Read in the pages of a download.
CREATE OR REPLACE TEMP TABLE download_pending AS
WITH newest AS (
    SELECT
        e.file_id,
        max_by(e.state, e.rowid) AS state,
        max_by(e.run_id, e.rowid) AS run_id,
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
    AND (n.state IS NULL OR n.state NOT IN ('done', 'adopted') OR r.root <> $root);

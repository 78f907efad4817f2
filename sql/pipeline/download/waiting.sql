-- When the first photo of each reason may be asked for again, where its host named a time.
WITH named AS (
    SELECT DISTINCT e.file_id
    FROM download_events AS e
    WHERE e.manifest_id = $manifest_id AND e.not_before IS NOT NULL
),
newest AS (
    SELECT e.file_id, max(e.rowid) AS event
    FROM download_events AS e
    WHERE e.manifest_id = $manifest_id AND e.file_id IN (SELECT n.file_id FROM named AS n)
    GROUP BY e.file_id
)
SELECT e.state, e.reason, min(e.not_before) AS not_before
FROM download_events AS e
WHERE e.not_before IS NOT NULL AND e.rowid IN (SELECT n.event FROM newest AS n)
GROUP BY e.state, e.reason;

-- Files by state and reason, and when the first of them may be asked for again, where its host named a time.
WITH named AS (
    SELECT DISTINCT e.file_id
    FROM download_events AS e
    WHERE e.manifest_id = $manifest_id AND e.not_before IS NOT NULL
),
newest AS (
    SELECT max(e.rowid) AS event
    FROM download_events AS e
    WHERE e.manifest_id = $manifest_id AND e.file_id IN (SELECT n.file_id FROM named AS n)
    GROUP BY e.file_id
),
waiting AS (
    SELECT e.state, e.reason, min(e.not_before) AS not_before
    FROM download_events AS e
    WHERE e.not_before IS NOT NULL AND e.rowid IN (SELECT n.event FROM newest AS n)
    GROUP BY e.state, e.reason
)
SELECT d.state, d.reason, d.files, w.not_before
FROM download_states AS d
LEFT JOIN waiting AS w ON w.state = d.state AND w.reason IS NOT DISTINCT FROM d.reason
WHERE d.manifest_id = $manifest_id
ORDER BY d.files DESC, d.state, d.reason;

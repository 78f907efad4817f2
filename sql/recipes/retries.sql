-- @title   Photos that needed several attempts
-- @doc     Reasons are those of all attempts, in the order in which they happened.
-- @param   manifest  text?                     Name of the manifest; left out = the newest
-- @param   least     int = 2 min 1             Attempts at least
-- @param   limit     int = 100 min 1           Rows to return
-- @tags    downloads
-- @example least=3 limit=20
SELECT
    p.file_name,
    max(e.attempt) AS attempts,
    max_by(e.state, e.rowid) AS state,
    string_agg(e.reason, ', ' ORDER BY e.rowid) AS reasons,
    p.url
FROM download_events AS e
JOIN manifest_photos AS p ON p.manifest_id = e.manifest_id AND p.file_id = e.file_id
WHERE e.manifest_id = manifest_number($manifest)
GROUP BY p.file_id, p.file_name, p.url
HAVING attempts >= $least
ORDER BY attempts DESC, p.file_id
LIMIT $limit;

-- @title   Rows of bundles and shortlists that could not be loaded, by reason
-- @doc     The rows themselves are in the tables ingest_rejects and shortlist_rejects.
-- @tags    sources, names, qa
-- @example
SELECT
    r.file,
    r.reason,
    count(*) AS rows,
    min(r.line) AS first_line,
    arg_min(r.text, r.line) AS first_text
FROM (
    SELECT file, line, text, reason
    FROM ingest_rejects
    WHERE snapshot_id IN (SELECT max(snapshot_id) FROM snapshots GROUP BY source)
    UNION ALL
    SELECT file, line, text, reason
    FROM shortlist_rejects
) AS r
GROUP BY r.file, r.reason
ORDER BY rows DESC, r.file, r.reason;

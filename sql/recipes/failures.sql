-- @title   Photos that could not be fetched, by host and reason
-- @doc     gone: the server has it no longer. refused: it may not or cannot be fetched. failed: the attempts are used
-- @doc     up. retry: it will be tried again.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    downloads
-- @example
SELECT
    regexp_extract(d.url, '^[a-z0-9+.-]+://([^/]+)', 1) AS host,
    d.state,
    d.reason,
    d.http_status,
    count(*) AS photos,
    max(d.happened_at) AS newest_at,
    arg_min(d.url, d.file_id) AS example
FROM downloads AS d
WHERE d.manifest_id = manifest_number($manifest)
    AND d.state IN ('retry', 'gone', 'refused', 'failed')
GROUP BY host, d.state, d.reason, d.http_status
ORDER BY photos DESC, host, d.state, d.reason;

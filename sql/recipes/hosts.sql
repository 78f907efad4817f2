-- @title   Hosts of a download, the slowest first
-- @doc     First byte is the time from request to the first byte of the answer, in milliseconds; one_connection is
-- @doc     what one connection carried, in bytes a second. Photos that were there already are not counted.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    downloads
-- @example
SELECT
    regexp_extract(d.url, '^[a-z0-9+.-]+://([^/]+)', 1) AS host,
    count(*) FILTER (d.state = 'done') AS done,
    count(*) FILTER (d.state IN ('retry', 'gone', 'refused', 'failed')) AS not_stored,
    median(d.ttfb_ms) AS median_first_byte_ms,
    quantile_cont(d.ttfb_ms, 0.95) AS slow_first_byte_ms,
    sum(d.size_bytes) FILTER (d.state = 'done') AS size_bytes,
    1000 * sum(d.size_bytes) FILTER (d.state = 'done') / nullif(sum(d.total_ms) FILTER (d.state = 'done'), 0)
        AS one_connection_bytes_per_s
FROM downloads AS d
WHERE d.manifest_id = manifest_number($manifest)
    AND d.state NOT IN ('pending', 'active', 'adopted')
GROUP BY host
ORDER BY median_first_byte_ms DESC NULLS LAST, host;

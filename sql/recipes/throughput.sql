-- @title   Photos and bytes that landed in each minute
-- @doc     Failures are attempts that did not end with a photo.
-- @param   manifest  text?                     Name of the manifest; left out = the newest
-- @param   limit     int = 60 min 1 max 10000  Minutes to return, the newest first
-- @tags    downloads
-- @example limit=10
SELECT
    date_trunc('minute', e.happened_at) AS minute_at,
    count(*) FILTER (e.state = 'done') AS photos,
    sum(e.size_bytes) FILTER (e.state = 'done') AS size_bytes,
    round(sum(e.size_bytes) FILTER (e.state = 'done') / 60e6, 1) AS mb_per_s,
    count(*) FILTER (e.state IN ('retry', 'gone', 'refused', 'failed')) AS failures
FROM download_events AS e
WHERE e.manifest_id = manifest_number($manifest)
    AND e.state NOT IN ('pending', 'active')
GROUP BY minute_at
ORDER BY minute_at DESC
LIMIT $limit;

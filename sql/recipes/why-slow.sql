-- @title   Why hosts are as slow as they are: limits, pauses and complaints of the last run, the busiest first
-- @doc     Rows are as old as seen_at says; while a download runs, a few seconds. ttfb_ms is the median time to the first
-- @doc     byte. A limit grows while that brings more bytes, and shrinks when the host asks for less.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    downloads
-- @example
WITH of_run AS (
    SELECT h.*
    FROM download_hosts AS h
    WHERE h.run_id = (SELECT max(r.run_id) FROM download_runs AS r WHERE r.manifest_id = manifest_number($manifest))
), newest AS (
    SELECT
        unnest(max_by(h, h.seen_at)),
        sum(h.answers) AS all_answers,
        sum(h.throttled) AS all_throttled,
        sum(h.failed) AS all_failed,
        sum(h.received_bytes) AS all_bytes
    FROM of_run AS h
    GROUP BY h.host
)
SELECT
    n.host,
    n.in_flight,
    n.connection_limit,
    n.waiting,
    n.requests_per_s,
    CASE n.reason
        WHEN 'at_limit' THEN 'at its limit'
        WHEN 'growing' THEN 'limit grows'
        WHEN 'plateau' THEN 'more connections brought no more bytes'
        WHEN 'slow_answers' THEN 'answers twice as slow as usual: limit is held'
        WHEN 'throttled' THEN 'asked for less: limit was cut'
        WHEN 'asked_to_wait' THEN 'asked for a pause'
        WHEN 'overall' THEN 'max-connections or max-speed of all hosts together'
        WHEN 'pace' THEN 'its pace'
        WHEN 'shared' THEN 'other downloads have what it allows'
        WHEN 'failing' THEN 'keeps failing: rests, then is tried with one photo'
        WHEN 'host_parked' THEN 'given up for this run'
        WHEN 'quota_spent' THEN 'has sent what it gives in an hour or a day'
        WHEN 'dns_nx' THEN 'its name does not exist'
        WHEN 'dns_failed' THEN 'no name server answers'
        WHEN 'looked_up' THEN 'its name is looked up'
        WHEN 'no_contact' THEN 'must be told whom to write to'
        ELSE coalesce(n.reason, 'nothing holds it back')
    END AS why,
    n.paused_until,
    n.ttfb_ms,
    n.all_answers AS answers,
    n.all_throttled AS throttled,
    n.all_failed AS failed,
    n.all_bytes AS received_bytes,
    n.seen_at
FROM newest AS n
ORDER BY n.in_flight DESC, n.waiting DESC, n.host;

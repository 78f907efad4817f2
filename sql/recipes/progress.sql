-- @title   How far a download is: photos by state, the pace, and the time left
-- @doc     States: pending, active, done, adopted (was there already), retry, gone, refused, failed. The row 'all' sums
-- @doc     them up. last_minute counts the photos that were fetched or given up within the last minute, left_ms is
-- @doc     the time that the others take at this pace. Watch it: .watch 2 @progress
-- @param   manifest  text?   Name of the manifest; left out = each whose download is under way, else the newest
-- @tags    downloads
-- @example
WITH runs AS (
    SELECT
        manifest_id,
        max_by(started_at, run_id) AS started_at,
        arg_max_null(finished_at, run_id) AS finished_at
    FROM download_runs
    GROUP BY manifest_id
), chosen AS (
    SELECT
        m.manifest_id,
        greatest(now() - INTERVAL 1 MINUTE, coalesce(r.started_at, now() - INTERVAL 1 MINUTE)) AS since
    FROM manifests AS m
    LEFT JOIN runs AS r ON r.manifest_id = m.manifest_id
    WHERE CASE
        WHEN $manifest IS NULL AND EXISTS (FROM runs WHERE finished_at IS NULL)
            THEN r.started_at IS NOT NULL AND r.finished_at IS NULL
        ELSE m.manifest_id = manifest_number($manifest)
    END
), just_ended AS (
    SELECT e.manifest_id, e.state, count(DISTINCT e.file_id) AS files
    FROM download_events AS e
    JOIN chosen AS c ON c.manifest_id = e.manifest_id
    WHERE e.state IN ('done', 'gone', 'refused', 'failed')
        AND e.happened_at >= now() - INTERVAL 1 MINUTE
        AND e.happened_at >= c.since
    GROUP BY e.manifest_id, e.state
), photos AS (
    SELECT
        d.manifest,
        d.state,
        sum(d.files) AS files,
        sum(d.size_bytes) AS size_bytes,
        coalesce(any_value(j.files), 0) AS just_ended,
        date_diff('millisecond', any_value(c.since), now()) AS window_ms
    FROM download_states AS d
    JOIN chosen AS c ON c.manifest_id = d.manifest_id
    LEFT JOIN just_ended AS j ON j.manifest_id = d.manifest_id AND j.state = d.state
    GROUP BY d.manifest, d.state
)
SELECT
    p.manifest,
    coalesce(p.state, 'all') AS state,
    sum(p.files)::BIGINT AS photos,
    round(100 * photos / sum(photos) FILTER (p.state IS NOT NULL) OVER (PARTITION BY p.manifest), 1) AS percent,
    sum(p.size_bytes)::BIGINT AS size_bytes,
    sum(p.just_ended)::BIGINT AS last_minute,
    CASE WHEN grouping(p.state) = 1
        THEN (
            any_value(p.window_ms) * sum(p.files) FILTER (p.state IN ('pending', 'active', 'retry'))
            / nullif(last_minute, 0)
        )::BIGINT
    END AS left_ms
FROM photos AS p
GROUP BY GROUPING SETS ((p.manifest, p.state), (p.manifest))
ORDER BY p.manifest, grouping(p.state), photos DESC, p.state;

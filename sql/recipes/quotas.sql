-- @title   What hosts still give
-- @doc     Of hosts that bear so many questions or bytes only: what ingests have asked and downloads have got within the span,
-- @doc     over all runs, and when the first of that no longer counts. What is not listed has not been asked within the span.
-- @tags    downloads
-- @example
WITH limits AS (
    SELECT host, 'questions' AS what, 'day' AS span, INTERVAL 1 DAY AS within, questions_per_day AS most, why
    FROM host_limits
    WHERE questions_per_day IS NOT NULL
    UNION ALL
    SELECT host, 'bytes', 'hour', INTERVAL 1 HOUR, bytes_per_hour, why
    FROM host_limits
    WHERE bytes_per_hour IS NOT NULL
    UNION ALL
    SELECT host, 'bytes', 'day', INTERVAL 1 DAY, bytes_per_day, why
    FROM host_limits
    WHERE bytes_per_day IS NOT NULL
),
used AS (
    SELECT host, 'questions' AS what, asked_at AS used_at, questions AS amount
    FROM host_questions
    UNION ALL
    SELECT host, 'bytes', seen_at, received_bytes
    FROM download_hosts
    WHERE received_bytes > 0
)
SELECT
    l.host,
    l.what,
    l.span,
    sum(u.amount)::BIGINT AS used,
    l.most,
    greatest(0, l.most - used) AS still,
    min(u.used_at) + l.within AS first_free_at,
    l.why
FROM limits AS l
JOIN used AS u ON u.host = l.host AND u.what = l.what AND u.used_at > now() - l.within
GROUP BY l.host, l.what, l.span, l.within, l.most, l.why
ORDER BY l.host, l.what, l.within;

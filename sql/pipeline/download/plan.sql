-- What a start would fetch. A size that is not known is that of fetched photos of the same host and size word, of the
-- same host, of all; else what iNaturalist's sizes come to on average.
WITH wanted AS (
    SELECT
        d.url,
        count(*) AS files,
        count(f.file_name) AS there,
        regexp_extract(d.url, '^[a-z]+://([^/:]+)', 1) AS host,
        regexp_extract(d.url, '([^/]+)\.[^./]+$', 1) AS size
    FROM download_pending AS d
    LEFT JOIN found_files AS f ON f.file_name = d.file_name AND f.size_bytes > 0
    GROUP BY d.url
),
fetched AS (
    SELECT
        regexp_extract(p.url, '^[a-z]+://([^/:]+)', 1) AS host,
        regexp_extract(p.url, '([^/]+)\.[^./]+$', 1) AS size,
        e.size_bytes
    FROM download_events AS e
    JOIN manifest_photos AS p ON p.manifest_id = e.manifest_id AND p.file_id = e.file_id
    WHERE e.state IN ('done', 'adopted')
),
by_size AS (
    SELECT host, size, avg(size_bytes) AS mean
    FROM fetched
    GROUP BY host, size
),
by_host AS (
    SELECT host, avg(size_bytes) AS mean
    FROM fetched
    GROUP BY host
),
typical (size, mean) AS (
    VALUES ('square', 6000), ('thumb', 8000), ('small', 25000), ('medium', 90000), ('large', 260000), ('original', 1200000)
)
SELECT
    coalesce(sum(w.files), 0)::BIGINT AS files,
    coalesce(sum(w.files) FILTER (w.there > 0), 0)::BIGINT AS found_files,
    count(*) FILTER (w.there = 0) AS photos,
    count(*) FILTER (w.there = 0 AND s.mean IS NULL AND h.mean IS NULL) AS guessed_photos,
    coalesce(
        sum(coalesce(s.mean, h.mean, (SELECT avg(size_bytes) FROM fetched), t.mean, 300000)) FILTER (w.there = 0), 0
    )::BIGINT AS size_bytes
FROM wanted AS w
LEFT JOIN by_size AS s ON s.host = w.host AND s.size = w.size
LEFT JOIN by_host AS h ON h.host = w.host
LEFT JOIN typical AS t ON t.size = w.size;

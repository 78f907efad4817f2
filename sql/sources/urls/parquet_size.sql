-- Long rows are not loaded, and count as far as they are looked at.
SELECT
    count(*) AS rows,
    coalesce(sum(least(row_bytes, 1048577)), 0)::BIGINT AS bytes
FROM urls_rows;

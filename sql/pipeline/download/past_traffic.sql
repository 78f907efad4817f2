-- What hosts sent in the last day, by the minute: some allow so many bytes an hour and a day.
SELECT
    h.host,
    sum(h.received_bytes) AS received_bytes,
    epoch_ms($now) - epoch_ms(max(h.seen_at)) AS ago_ms
FROM download_hosts AS h
WHERE h.seen_at > $now - INTERVAL 1 DAY
GROUP BY h.host, time_bucket(INTERVAL 1 MINUTE, h.seen_at)
HAVING sum(h.received_bytes) > 0
ORDER BY ago_ms DESC;

-- All that quotas need, and enough to look back at; runs of weeks would fill the table.
DELETE FROM download_hosts
WHERE seen_at < $now - INTERVAL 2 DAY;

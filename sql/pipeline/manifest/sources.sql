SELECT DISTINCT source
FROM snapshots
ORDER BY source;

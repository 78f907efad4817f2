SELECT line, reason
FROM ingest_rejects
WHERE snapshot_id = $snapshot_id AND file = $file
ORDER BY line
LIMIT 1;

SELECT line, reason
FROM ingest_rejects
WHERE snapshot_id = $snapshot_id
ORDER BY file, line
LIMIT 1;

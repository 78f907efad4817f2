INSERT INTO ingest_rejects
SELECT
    $snapshot_id,
    $file,
    line,
    left(row_text, 10000),
    flaw
FROM urls_rows
WHERE flaw IS NOT NULL
ORDER BY line;

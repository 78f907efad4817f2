INSERT INTO ingest_rejects BY NAME
SELECT
    $snapshot_id AS snapshot_id,
    $file AS file,
    line,
    left(row_text, 10000) AS text,
    flaw AS reason
FROM urls_rows
WHERE flaw IS NOT NULL
ORDER BY line;

-- One row for each bad row, however many of its columns are bad. The piece's own header is its line 1.
-- Rows that were taken out before are known already; others stand in their place.
INSERT INTO ingest_rejects BY NAME
SELECT
    $snapshot_id AS snapshot_id,
    $file AS file,
    $first_line + line - 2 AS line,
    left(any_value(csv_line), 10000) AS text,
    left(
        string_agg(
            CASE
                WHEN string_split(csv_line, chr(9))[column_idx::BIGINT] = '' THEN 'it has no ' || column_name
                ELSE split_part(error_message, chr(10), 1)
            END,
            '; ' ORDER BY column_idx
        ),
        1000
    ) AS reason
FROM reject_errors
WHERE NOT EXISTS (
    SELECT 1
    FROM ingest_rejects AS r
    WHERE r.snapshot_id = $snapshot_id AND r.file = $file AND r.line = $first_line + reject_errors.line - 2
)
GROUP BY line;

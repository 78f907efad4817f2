-- One row for each bad row, however many of its columns are bad. The piece's own header is its line 1.
INSERT INTO ingest_rejects
SELECT
    $snapshot_id,
    $file,
    $first_line + line - 2,
    left(any_value(csv_line), 10000),
    left(string_agg(split_part(error_message, chr(10), 1), '; ' ORDER BY column_idx), 1000)
FROM reject_errors
GROUP BY line;

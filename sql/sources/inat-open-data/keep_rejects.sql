-- One row for each row that load.sql passed over, however many of its cells are bad. Read anew, since store_rejects of
-- read_csv holds kilobytes in memory for each bad cell (duckdb 2.0.0), and by one thread, which keeps the order. Those taken
-- out before are known; empty rows stand in their place.
INSERT INTO ingest_rejects BY NAME
SELECT
    $snapshot_id AS snapshot_id,
    $file AS file,
    $first_line + place - 1 AS line,
    left(concat_ws(chr(9), {{cells}}), 10000) AS text,
    left(flaws, 1000) AS reason
FROM (
    SELECT *, row_number() OVER () AS place, concat_ws('; ', {{flaws}}) AS flaws
    FROM read_csv(
        $piece,
        auto_detect = false,
        header = true,
        delim = '\t',
        quote = '',
        escape = '',
        new_line = '\n',
        parallel = false,
        force_not_null = {{names}},
        columns = {{columns}}
    )
)
WHERE
    flaws <> ''
    AND NOT EXISTS (
        SELECT 1
        FROM ingest_rejects AS r
        WHERE r.snapshot_id = $snapshot_id AND r.file = $file AND r.line = $first_line + place - 1
    );

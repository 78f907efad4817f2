-- A row with no text of its own is kept as JSON where it is kept at all.
CREATE OR REPLACE TEMP VIEW urls_rows AS
SELECT
    * EXCLUDE (row_bytes),
    CASE
        WHEN row_bytes > 1048576 THEN 'the row is longer than 1 MB'
        WHEN coalesce(trim(address), '') = '' THEN 'it has no address'
    END AS flaw
FROM (
    SELECT
        {{columns}},
        {{line}} AS line,
        {{bytes}} AS row_bytes,
        try(to_json(r)::VARCHAR) AS row_text
    FROM read_parquet({{file}}, hive_partitioning = false, file_row_number = {{numbered}}) AS r
);

-- A row with no text of its own is kept as JSON where it is kept at all, a long one cut.
CREATE OR REPLACE TEMP VIEW urls_rows AS
SELECT
    *,
    CASE
        WHEN row_bytes > 1048576 THEN 'the row is longer than 1 MB'
        WHEN coalesce(trim(address), '') = '' THEN 'it has no address'
    END AS flaw
FROM (
    SELECT
        {{columns}},
        {{line}} AS line,
        {{bytes}} AS row_bytes,
        CASE
            WHEN {{bytes}} > 1048576 THEN to_json({ {{cut}} })::VARCHAR
            ELSE try(to_json(r)::VARCHAR)
        END AS row_text
    FROM read_parquet({{file}}, hive_partitioning = false, file_row_number = {{numbered}}) AS r
);

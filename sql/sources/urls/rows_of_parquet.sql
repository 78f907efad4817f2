-- A row with no text of its own is kept as JSON where it is kept at all.
CREATE OR REPLACE TEMP VIEW urls_rows AS
SELECT
    *,
    CASE WHEN coalesce(trim(address), '') = '' THEN 'it has no address' END AS flaw
FROM (
    SELECT
        {{columns}},
        {{line}} AS line,
        try(to_json(r)::VARCHAR) AS row_text
    FROM read_parquet({{file}}, hive_partitioning = false, file_row_number = {{numbered}}) AS r
);

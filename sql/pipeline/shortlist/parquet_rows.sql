SELECT
    file_row_number + 1 AS line,
    CAST({{key}} AS VARCHAR) AS taxon_key,
    CAST({{name}} AS VARCHAR) AS name
FROM read_parquet($path, hive_partitioning := false, file_row_number := true)
WHERE file_row_number >= $from AND file_row_number < $from + $rows
ORDER BY line;

SELECT CAST(COLUMNS(* EXCLUDE (file_row_number)) AS VARCHAR)
FROM read_parquet($path, hive_partitioning := false, file_row_number := true)
WHERE file_row_number >= $from AND file_row_number < $from + $rows
ORDER BY file_row_number;

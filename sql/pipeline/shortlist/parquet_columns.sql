SELECT *
FROM read_parquet($path, hive_partitioning := false)
LIMIT 0;

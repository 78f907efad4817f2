-- No path: DuckDB has taken the file for a table (CSV, JSON, Parquet) and opened a database in memory over it.
SELECT path
FROM duckdb_databases()
WHERE database_name = current_database();

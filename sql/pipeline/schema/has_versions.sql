SELECT count(*) AS tables
FROM duckdb_tables()
WHERE database_name = current_database() AND NOT internal AND table_name = 'schema_versions';

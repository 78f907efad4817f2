SELECT count(*) AS tables
FROM duckdb_tables()
WHERE NOT internal AND table_name = 'schema_versions';

SELECT table_name AS name
FROM duckdb_tables()
WHERE NOT internal AND schema_name = 'main'
ORDER BY table_name;

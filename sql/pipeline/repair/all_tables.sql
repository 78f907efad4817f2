SELECT schema_name, table_name AS name
FROM duckdb_tables()
WHERE NOT internal AND NOT temporary AND database_name = current_database()
ORDER BY schema_name, table_name;

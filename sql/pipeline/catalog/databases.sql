SELECT database_name AS name
FROM duckdb_databases();

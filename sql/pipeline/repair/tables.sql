-- Those that come filled are left as a new catalogue has them.
SELECT d.table_name AS name
FROM duckdb_tables() AS d
JOIN duckdb_tables() AS o ON o.table_name = d.table_name AND o.schema_name = 'main' AND o.database_name = current_database()
WHERE d.database_name = 'damaged' AND d.schema_name = 'main' AND d.table_name NOT IN ('licenses', 'schema_versions')
ORDER BY d.table_name;

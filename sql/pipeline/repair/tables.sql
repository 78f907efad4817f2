-- Those that come filled are left as a new catalogue has them.
SELECT
    schema_name, table_name AS name, schema_name = 'main' AND list_contains($own, lower(table_name)) AS is_own, sql AS text
FROM duckdb_tables()
WHERE
    database_name = 'damaged' AND NOT internal
    AND NOT (schema_name = 'main' AND lower(table_name) IN ('licenses', 'sources', 'schema_versions'))
ORDER BY is_own DESC, schema_name, table_name;

-- What of the user's is in no copy of tables and views.
SELECT kind || ' ' || name AS name
FROM (
    SELECT 'macro' AS kind, database_name, schema_name, function_name AS name
    FROM duckdb_functions()
    WHERE NOT internal
    UNION
    SELECT 'sequence', database_name, schema_name, sequence_name
    FROM duckdb_sequences()
    UNION
    SELECT 'type', database_name, schema_name, type_name
    FROM duckdb_types()
    WHERE NOT internal
    UNION
    SELECT 'index', database_name, schema_name, index_name
    FROM duckdb_indexes()
) AS others
WHERE database_name = 'damaged' AND NOT (schema_name = 'main' AND list_contains($own, lower(name)))
ORDER BY name;

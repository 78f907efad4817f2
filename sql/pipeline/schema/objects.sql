-- All that users and photocat have made in this database, columns of tables included.
WITH found AS (
    SELECT schema_name, 'table' AS kind, table_name AS name
    FROM duckdb_tables()
    WHERE NOT internal AND NOT temporary AND database_name = current_database()
    UNION ALL
    SELECT schema_name, 'view', view_name
    FROM duckdb_views()
    WHERE NOT internal AND NOT temporary AND database_name = current_database()
    UNION ALL
    SELECT schema_name, 'macro', function_name
    FROM duckdb_functions()
    WHERE NOT internal AND database_name = current_database()
    UNION ALL
    SELECT schema_name, 'type', type_name
    FROM duckdb_types()
    WHERE NOT internal AND database_name = current_database()
    UNION ALL
    SELECT schema_name, 'sequence', sequence_name
    FROM duckdb_sequences()
    WHERE NOT temporary AND database_name = current_database()
    UNION ALL
    SELECT c.schema_name, 'column', c.table_name || '.' || c.column_name
    FROM duckdb_columns() AS c
    JOIN duckdb_tables() AS t ON t.table_oid = c.table_oid AND t.database_oid = c.database_oid
    WHERE NOT t.internal AND NOT t.temporary AND c.database_name = current_database()
)
SELECT schema_name = 'main' AS is_main, kind, lower(name) AS name
FROM found;

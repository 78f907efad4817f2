-- Names that a user can give tables and views by.
WITH objects AS (
    SELECT database_name, schema_name, table_name AS name
    FROM duckdb_tables()
    WHERE NOT internal
    UNION ALL
    SELECT database_name, schema_name, view_name
    FROM duckdb_views()
    WHERE NOT internal
)
SELECT
    CASE
        WHEN database_name <> current_database() THEN database_name || '.' || schema_name || '.' || name
        WHEN schema_name <> current_schema() THEN schema_name || '.' || name
        ELSE name
    END AS name
FROM objects
ORDER BY ALL;

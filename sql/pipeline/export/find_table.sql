-- The table or view that a path of names means: in this database first, then in another. Its rows have numbers where it is
-- a table of DuckDB's own.
WITH objects AS (
    SELECT database_name, schema_name, table_name AS name, true AS is_table
    FROM duckdb_tables()
    WHERE NOT internal
    UNION ALL
    SELECT database_name, schema_name, view_name, false
    FROM duckdb_views()
    WHERE NOT internal
)
SELECT
    o.database_name,
    o.schema_name,
    o.name,
    o.is_table AND d.type = 'duckdb' AS is_numbered
FROM objects AS o
JOIN duckdb_databases() AS d ON d.database_name = o.database_name
WHERE
    lower(o.name) = lower($path[-1])
    AND CASE len($path)
        WHEN 1 THEN o.database_name = current_database() AND o.schema_name = current_schema()
        WHEN 2 THEN
            (o.database_name = current_database() AND lower(o.schema_name) = lower($path[1]))
            OR (lower(o.database_name) = lower($path[1]) AND o.schema_name = 'main')
        WHEN 3 THEN lower(o.database_name) = lower($path[1]) AND lower(o.schema_name) = lower($path[2])
        ELSE false
    END
ORDER BY o.database_name = current_database() DESC
LIMIT 1;

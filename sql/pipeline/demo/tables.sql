-- Tables, views and macros of the database that was attached, and whether photocat makes such: this database has them all.
WITH everything AS (
    SELECT database_name, 'table ' || schema_name || '.' || table_name AS name
    FROM duckdb_tables()
    WHERE NOT internal
    UNION ALL
    SELECT database_name, 'view ' || schema_name || '.' || view_name
    FROM duckdb_views()
    WHERE NOT internal
    UNION ALL
    SELECT DISTINCT database_name, 'macro ' || schema_name || '.' || function_name
    FROM duckdb_functions()
    WHERE NOT internal
)
SELECT
    name,
    name IN (SELECT name FROM everything WHERE database_name = 'memory') AS is_ours
FROM everything
WHERE database_name = 'demo'
ORDER BY name;

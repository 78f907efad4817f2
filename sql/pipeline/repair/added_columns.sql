-- Columns of sources that an archive has and a new catalogue has not.
SELECT column_name AS name
FROM duckdb_columns()
WHERE
    database_name = 'damaged' AND schema_name = 'main' AND table_name = $table
    AND column_name NOT IN (
        SELECT column_name
        FROM duckdb_columns()
        WHERE database_name = current_database() AND schema_name = 'main' AND table_name = $table
    )
ORDER BY column_index;

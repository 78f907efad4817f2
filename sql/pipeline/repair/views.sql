SELECT schema_name, view_name AS name, sql AS text
FROM duckdb_views()
WHERE
    database_name = 'damaged' AND NOT internal
    AND NOT (schema_name = 'main' AND list_contains($own, lower(view_name)))
ORDER BY view_oid;

-- What a statement would change that is in $own, as DuckDB's own binder reads it; a row of NULL where it cannot say.
-- Any catalogue counts that is attached, unless nothing can change it.
WITH planned AS MATERIALIZED (
    SELECT json_serialize_plan($statement) AS plan
),
steps AS (
    SELECT value ->> '$.type' AS step, value AS node
    FROM planned, json_tree(planned.plan, '$.plans')
    WHERE type = 'OBJECT'
),
targets AS (
    SELECT
        step,
        CASE step
            WHEN 'LOGICAL_CREATE_INDEX' THEN node -> '$.children[0].function_data.qualified_name.path'
            WHEN 'LOGICAL_DETACH' THEN json_array(node -> '$.info.name')
            ELSE coalesce(node -> '$.table_info.qualified_name.path', node -> '$.info.qualified_name.path')
        END::VARCHAR[] AS path
    FROM steps
    WHERE
        regexp_full_match(step, 'LOGICAL_(INSERT|UPDATE|DELETE|MERGE_INTO|DROP|ALTER|CREATE_.*|DETACH)')
        AND node ->> '$.info.on_conflict' IS DISTINCT FROM 'IGNORE_ON_CONFLICT'
)
SELECT DISTINCT path[-1] AS name
FROM targets
WHERE
    (step = 'LOGICAL_DETACH' OR (path[2] = 'main' AND list_contains($own, lower(path[3]))))
    AND path[1] IN (
        SELECT t.database_name
        FROM duckdb_tables() AS t
        JOIN duckdb_databases() AS d ON d.database_name = t.database_name
        WHERE t.schema_name = 'main' AND t.table_name = 'schema_versions' AND NOT d.readonly
    )
UNION ALL
SELECT NULL
FROM planned
WHERE plan ->> '$.error' = 'true';

SELECT
    'TABLE' AS kind,
    table_name AS name,
    NULL AS parent,
    comment
FROM duckdb_tables()
WHERE NOT internal
UNION ALL
SELECT
    'TABLE',
    view_name,
    NULL,
    comment
FROM duckdb_views()
WHERE NOT internal
UNION ALL
SELECT
    'COLUMN',
    column_name,
    table_name,
    comment
FROM duckdb_columns()
WHERE NOT internal
UNION ALL
SELECT DISTINCT ON (function_name)
    'FUNCTION',
    function_name,
    NULL,
    description
FROM duckdb_functions()
WHERE function_type <> 'pragma' AND regexp_full_match(function_name, '[a-z][a-z0-9_]*')
UNION ALL
SELECT
    'KEYWORD',
    keyword_name,
    NULL,
    NULL
FROM duckdb_keywords()
UNION ALL
SELECT
    'MANIFEST',
    name,
    NULL,
    NULL
FROM manifests;

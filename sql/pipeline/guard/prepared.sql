SELECT statement AS text
FROM duckdb_prepared_statements()
WHERE lower(name) = lower($name);

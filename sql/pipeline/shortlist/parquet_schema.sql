-- The columns and what is inside them, the file itself first.
SELECT
    name,
    coalesce(num_children, 0) AS parts
FROM parquet_schema($path);

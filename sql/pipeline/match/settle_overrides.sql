CREATE OR REPLACE TEMP TABLE settled_overrides AS
SELECT
    unnest($from_names::VARCHAR[]) AS from_name,
    unnest($to_names::VARCHAR[]) AS to_name;

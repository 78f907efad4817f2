INSERT INTO name_overrides BY NAME
SELECT
    unnest($from_names::VARCHAR[]) AS from_name,
    unnest($to_names::VARCHAR[]) AS to_name,
    $added_at AS added_at;

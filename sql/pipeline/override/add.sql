INSERT INTO name_overrides
SELECT
    unnest($from_names::VARCHAR[]),
    unnest($to_names::VARCHAR[]),
    $added_at;

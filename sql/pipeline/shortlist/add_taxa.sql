INSERT INTO shortlist
SELECT
    unnest($keys::VARCHAR[]),
    unnest($names::VARCHAR[]),
    unnest($slugs::VARCHAR[]),
    $origin,
    $loaded_at;

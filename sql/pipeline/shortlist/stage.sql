INSERT INTO staged_names
SELECT
    unnest($lines::BIGINT[]),
    unnest($keys::VARCHAR[]),
    unnest($names::VARCHAR[]),
    nullif(unnest($spellings::VARCHAR[]), ''),
    nullif(unnest($sources::VARCHAR[]), ''),
    nullif(unnest($ranks::VARCHAR[]), ''),
    nullif(unnest($authorships::VARCHAR[]), '');

INSERT INTO staged_names
SELECT
    unnest($lines::BIGINT[]),
    unnest($keys::VARCHAR[]),
    unnest($names::VARCHAR[]);

INSERT INTO staged_cells
SELECT
    unnest($lines::BIGINT[]),
    unnest($headers::VARCHAR[]),
    unnest($texts::VARCHAR[]);

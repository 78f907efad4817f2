INSERT INTO shortlist_rejects
SELECT
    $file,
    unnest($lines::BIGINT[]),
    unnest($texts::VARCHAR[]),
    unnest($reasons::VARCHAR[]);

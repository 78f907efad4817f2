INSERT INTO shortlist_rejects BY NAME
SELECT
    $file AS file,
    unnest($lines::BIGINT[]) AS line,
    unnest($texts::VARCHAR[]) AS text,
    unnest($reasons::VARCHAR[]) AS reason;

INSERT INTO findings BY NAME
SELECT
    unnest($file_ids)::BIGINT AS file_id,
    unnest($verdicts) AS verdict,
    nullif(unnest($sizes), '')::BIGINT AS size_bytes,
    nullif(unnest($hashes), '') AS sha256;

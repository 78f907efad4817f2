INSERT INTO findings (file_id, verdict, size_bytes, sha256)
SELECT unnest($file_ids)::BIGINT, unnest($verdicts), nullif(unnest($sizes), '')::BIGINT, nullif(unnest($hashes), '');

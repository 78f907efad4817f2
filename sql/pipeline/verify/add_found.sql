INSERT INTO found_files (file_name, size_bytes)
SELECT unnest($names), unnest($sizes)::BIGINT;

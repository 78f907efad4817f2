INSERT INTO found_files BY NAME
SELECT unnest($names) AS file_name, unnest($sizes)::BIGINT AS size_bytes;

-- Photos may lie in a bucket.
COMMENT ON COLUMN download_runs.root IS 'Where the files went: an absolute folder, or s3://bucket/prefix (?endpoint=URL behind it where the server is not Amazon''s)';

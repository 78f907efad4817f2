CREATE OR REPLACE TEMP TABLE found_files (
    file_name VARCHAR NOT NULL,
    size_bytes BIGINT NOT NULL
);

CREATE OR REPLACE TEMP TABLE findings (
    file_id BIGINT NOT NULL,
    verdict VARCHAR NOT NULL,
    size_bytes BIGINT,
    sha256 VARCHAR
);

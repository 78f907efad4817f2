-- What photos of some sources have each of their own, and others by a rule.
CREATE OR REPLACE TEMP TABLE manifest_texts (
    source_place TINYINT NOT NULL,
    photo_id BIGINT NOT NULL,
    observation_id UUID,
    license VARCHAR NOT NULL,
    url_template VARCHAR,
    observation_key VARCHAR,
    license_version VARCHAR,
    rights_holder VARCHAR,
    dataset VARCHAR,
    photo_page VARCHAR,
    record_page VARCHAR
);

CREATE OR REPLACE TEMP TABLE manifest_choice (
    taxon_number INTEGER NOT NULL,
    source_place TINYINT NOT NULL,
    photo_id BIGINT NOT NULL,
    taxon_id BIGINT,
    observation_id UUID,
    quality_grade quality_grade,
    observed_on DATE,
    license VARCHAR NOT NULL,
    observer_id INTEGER,
    login VARCHAR,
    observer_name VARCHAR,
    width INTEGER,
    height INTEGER,
    extension VARCHAR,
    weight BIGINT
);

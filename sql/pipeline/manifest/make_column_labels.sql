-- The labels that a column gives, with the taxa that have them: one row for each pair and source.
CREATE OR REPLACE TEMP TABLE manifest_labels (
    source_place TINYINT NOT NULL,
    label VARCHAR,
    taxon_id BIGINT,
    taxon_key VARCHAR,
    name VARCHAR
);

CREATE OR REPLACE TEMP TABLE manifest_shortlist (
    taxon_number INTEGER NOT NULL,
    taxon_key VARCHAR NOT NULL,
    scientific_name VARCHAR NOT NULL,
    slug VARCHAR NOT NULL
);

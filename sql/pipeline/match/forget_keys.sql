-- As of a list without keys of checklists.
CREATE OR REPLACE TEMP TABLE match_keyed (
    taxon_key VARCHAR,
    source VARCHAR,
    original_name VARCHAR,
    is_nameless BOOLEAN,
    candidates BIGINT,
    taxon_id BIGINT,
    name VARCHAR,
    doubt VARCHAR
);

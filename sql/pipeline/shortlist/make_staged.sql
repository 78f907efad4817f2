CREATE OR REPLACE TEMP TABLE staged_names (
    line BIGINT,
    taxon_key VARCHAR,
    name VARCHAR,
    spelling VARCHAR,
    source VARCHAR,
    rank VARCHAR,
    authorship VARCHAR,
    checklist_keys VARCHAR[],
    cells MAP(VARCHAR, VARCHAR)
);

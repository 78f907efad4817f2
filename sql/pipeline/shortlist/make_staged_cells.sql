CREATE OR REPLACE TEMP TABLE staged_cells (
    line BIGINT,
    header VARCHAR,
    text VARCHAR
);

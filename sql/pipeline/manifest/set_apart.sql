CREATE OR REPLACE TEMP TABLE manifest_apart AS
SELECT
    unnest($keys::VARCHAR[]) AS taxon_key,
    unnest($lists::VARCHAR[]) AS list;

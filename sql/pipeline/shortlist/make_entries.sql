-- The first name of a key is its accepted name.
CREATE OR REPLACE TEMP TABLE staged_entries AS
SELECT
    taxon_key,
    min_by(name, line) AS name
FROM staged_names
GROUP BY taxon_key;

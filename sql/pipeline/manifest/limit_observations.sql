CREATE OR REPLACE TEMP TABLE manifest_choice AS
SELECT *
FROM manifest_choice
QUALIFY row_number() OVER (
    PARTITION BY taxon_number, source_place, observation_id
    ORDER BY weight DESC NULLS LAST, photo_id
) <= $per_observation;

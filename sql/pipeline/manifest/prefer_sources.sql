-- A photo that several sources have counts once, for the one that is preferred.
CREATE OR REPLACE TEMP TABLE manifest_choice AS
SELECT *
FROM manifest_choice
QUALIFY row_number() OVER (PARTITION BY taxon_number, photo_id ORDER BY source_place) = 1;

-- The number of the photo is made of its address, which is worked out once.
INSERT INTO dwca_media BY NAME
WITH addressed AS (
    SELECT
        *,
        whole_image(coalesce(accessURI, identifier)) AS photo_id
    FROM dwca_cells
    WHERE {{where}}
)
SELECT
    * REPLACE (photo_number(nullif(photo_id, '')) AS photo_id),
    $snapshot_id AS snapshot_id,
    media_form(coalesce(accessURI, identifier), format) AS form,
    media_ending(coalesce(accessURI, identifier)) AS ending
FROM addressed;

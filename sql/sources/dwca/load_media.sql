-- The number of the photo is made of its address, which is worked out once. Most addresses are plain: that they are told first saves
-- a third of the time that all of them would take. What the last columns hold on the way is the address, whether it is plain, and
-- the address of the whole image: no archive has columns of these names.
INSERT INTO dwca_media BY NAME
WITH addressed AS (
    SELECT
        *,
        coalesce(accessURI, identifier) AS photo_id
    FROM dwca_cells
    WHERE {{where}}
),
told AS (
    SELECT
        *,
        photo_id LIKE 'https://%/%.jpg'
            AND photo_id >= 'https://0'
            AND NOT contains(photo_id, '?')
            AND NOT contains(photo_id, '#')
            AND NOT contains(lower(photo_id), 'manifest')
            AND NOT coalesce(contains(lower(format), 'ld+json'), false) AS form
    FROM addressed
),
whole AS (
    SELECT
        *,
        CASE WHEN form THEN photo_id ELSE whole_image(photo_id) END AS ending
    FROM told
)
SELECT
    * REPLACE (
        photo_number(nullif(ending, '')) AS photo_id,
        CASE WHEN form THEN 'file' ELSE media_form(photo_id, format) END AS form,
        CASE WHEN form THEN 'jpg' ELSE media_ending(photo_id) END AS ending
    ),
    $snapshot_id AS snapshot_id
FROM whole;

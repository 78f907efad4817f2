INSERT INTO manifest_texts BY NAME
SELECT
    $source_place AS source_place,
    c.photo_id,
    c.observation_id,
    c.license,
    c.url_template,
    c.observation_key,
    c.license_version,
    c.rights_holder,
    c.dataset,
    c.photo_page,
    c.record_page
FROM {{candidates}} AS c
SEMI JOIN (FROM manifest_choice WHERE source_place = $source_place) AS m
    ON m.photo_id = c.photo_id
    AND m.observation_id = c.observation_id
    AND m.license = c.license
QUALIFY row_number() OVER (
    PARTITION BY c.photo_id, c.observation_id, c.license
    ORDER BY c.url_template, c.license_version, c.rights_holder, c.dataset, c.photo_page, c.record_page
) = 1;

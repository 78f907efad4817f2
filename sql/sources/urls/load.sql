INSERT INTO urls_photos BY NAME
SELECT
    * EXCLUDE (address, {{helpers}}),
    $snapshot_id AS snapshot_id,
    $file AS file,
    whole_image(r.address) AS address,
    media_form(r.address, r.format) AS form,
    media_ending(whole_image(r.address)) AS ending,
    photo_number(whole_image(r.address)) AS photo_id
FROM urls_rows AS r
WHERE flaw IS NULL;

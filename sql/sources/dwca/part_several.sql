INSERT INTO dwca_media BY NAME
SELECT
    m.* REPLACE (
        CASE WHEN m.accessURI IS NULL THEN s.address ELSE m.identifier END AS identifier,
        CASE WHEN m.accessURI IS NOT NULL THEN s.address END AS accessURI,
        photo_number(whole_image(s.address)) AS photo_id,
        media_form(s.address, m.format) AS form,
        media_ending(s.address) AS ending
    )
FROM dwca_media AS m
JOIN (SELECT media, unnest(addresses) AS address FROM dwca_several) AS s ON s.media = m.rowid;

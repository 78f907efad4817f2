SELECT
    count(*) AS photos,
    count(*) FILTER (is_open) AS open_photos
FROM (
    SELECT
        m.photo_id,
        bool_or(c.is_open) AS is_open
    FROM dwca_media AS m
    JOIN dwca_media_kinds AS k
        ON k.type = coalesce(m.type, '')
        AND k.format = coalesce(m.format, '')
        AND k.form = m.form
        AND k.ending = coalesce(m.ending, '')
        AND k.kind = 'still_image'
    LEFT JOIN license_texts AS l ON l.text = m.license_text
    LEFT JOIN licenses AS c ON c.license = l.license
    WHERE m.snapshot_id = $snapshot_id AND m.form IN ('file', 'iiif_image') AND m.photo_id IS NOT NULL
    GROUP BY m.photo_id
);

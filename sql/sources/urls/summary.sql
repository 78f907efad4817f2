SELECT
    count(*) AS rows,
    count(DISTINCT photo_id) FILTER (WHERE kind = 'still_image' AND has_address) AS photos,
    count(DISTINCT photo_id) FILTER (WHERE kind = 'still_image' AND has_address AND is_open) AS open_photos,
    count(*) FILTER (WHERE NOT has_address) AS unfetchable,
    count(*) FILTER (WHERE license_text IS NOT NULL) AS licensed,
    count(DISTINCT taxon_id) AS labels
FROM candidates_urls AS c
LEFT JOIN licenses AS l ON l.license = c.license
WHERE c.snapshot_id = $snapshot_id;

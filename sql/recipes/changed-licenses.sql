-- @title   Photos whose licence has changed since the manifest was built
-- @doc     Compares the manifest with the snapshot that is in the catalogue now. Ingest a newer bundle first.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    credit, qa
-- @example
WITH today AS (
    SELECT photo_id, any_value(license) AS license
    FROM inat_photos
    SEMI JOIN manifest_photos USING (photo_id)
    GROUP BY photo_id
)
SELECT
    p.file_name,
    p.scientific_name,
    p.license AS chosen_license,
    coalesce(l.license, 'UNKNOWN') AS license_today,
    coalesce(l.is_open, false) AS open_today,
    p.credit
FROM manifest_photos AS p
JOIN today AS t ON t.photo_id = p.photo_id
LEFT JOIN licenses AS l ON l.license = t.license
WHERE p.manifest_id = manifest_number($manifest)
    AND p.license <> coalesce(l.license, 'UNKNOWN')
ORDER BY open_today, p.file_id;

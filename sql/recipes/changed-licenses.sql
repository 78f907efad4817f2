-- @title   Photos whose licence has changed since the manifest was built
-- @doc     Compares the manifest with the snapshot that is in the catalogue now. Ingest a newer bundle first.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    credit, qa
-- @example
WITH today AS (
    SELECT
        i.photo_id,
        max(coalesce(l.strictness, (SELECT strictness FROM licenses WHERE license = 'UNKNOWN'))) AS strictness
    FROM inat_photos AS i
    SEMI JOIN manifest_photos AS p ON p.photo_id = i.photo_id
    LEFT JOIN licenses AS l ON l.license = i.license
    GROUP BY i.photo_id
)
SELECT
    p.file_name,
    p.scientific_name,
    p.license AS chosen_license,
    l.license AS license_today,
    l.is_open AS open_today,
    p.credit
FROM manifest_photos AS p
JOIN today AS t ON t.photo_id = p.photo_id
JOIN licenses AS l ON l.strictness = t.strictness
WHERE p.manifest_id = manifest_number($manifest)
    AND p.license <> l.license
ORDER BY open_today, p.file_id;

-- @title   Photos and bytes of each licence
-- @doc     The licences of a manifest, the most frequent first, with the place where each text stands.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    credit
-- @example manifest=plants
SELECT
    p.license,
    count(*) AS photos,
    count(DISTINCT p.taxon_key) AS taxa,
    l.url AS license_url
FROM manifest_photos AS p
LEFT JOIN licenses AS l ON l.license = p.license
WHERE p.manifest_id = (
    SELECT max(m.manifest_id)
    FROM manifests AS m
    WHERE $manifest IS NULL OR m.name = $manifest
)
GROUP BY p.license, l.url
ORDER BY photos DESC, p.license;

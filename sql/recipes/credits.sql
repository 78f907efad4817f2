-- @title   The credit line of every photo that is there
-- @doc     Credit the person with these words wherever the photo is shown. 'export attribution' writes the same to a
-- @doc     file.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @param   taxon     text?   Only photos of this taxon, by accepted name; left out = all
-- @tags    credit
-- @example taxon="Apis mellifera"
SELECT
    p.file_name,
    p.credit,
    p.license,
    l.url AS license_url,
    p.url AS photo_url
FROM manifest_photos AS p
JOIN downloads AS d ON d.manifest_id = p.manifest_id AND d.file_id = p.file_id
LEFT JOIN licenses AS l ON l.license = p.license
WHERE p.manifest_id = manifest_number($manifest)
    AND d.state IN ('done', 'adopted')
    AND ($taxon IS NULL OR p.scientific_name = $taxon)
ORDER BY p.file_id;

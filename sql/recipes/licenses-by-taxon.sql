-- @title   Photos of each licence, taxon by taxon
-- @doc     The photos that the manifest chose, fetched or not.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @param   taxon     text?   Only this taxon, by accepted name; left out = all
-- @tags    credit, taxa
-- @example
SELECT
    p.scientific_name,
    p.license,
    count(*) AS photos,
    count(DISTINCT p.login) AS people
FROM manifest_photos AS p
WHERE p.manifest_id = manifest_number($manifest)
    AND ($taxon IS NULL OR p.scientific_name = $taxon)
GROUP BY p.taxon_key, p.scientific_name, p.license
ORDER BY p.scientific_name, p.taxon_key, photos DESC, p.license;

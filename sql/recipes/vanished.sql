-- @title   Photos of the manifest that the newest snapshots no longer have
-- @doc     Deleted by their owner, or no longer openly licensed. Ingest newer snapshots first.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    photos, qa
-- @example
SELECT
    p.file_name,
    p.scientific_name,
    p.photo_id,
    p.license,
    p.credit,
    p.url
FROM manifest_photos AS p
ANTI JOIN candidates AS c ON c.photo_id = p.photo_id
WHERE p.manifest_id = manifest_number($manifest)
    AND p.source IN (SELECT source FROM snapshots)
ORDER BY p.file_id;

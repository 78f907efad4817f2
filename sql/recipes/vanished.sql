-- @title   Photos of the manifest that the newest snapshot no longer has
-- @doc     Deleted by their owner, or no longer openly licensed. Ingest a newer bundle first.
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
ANTI JOIN inat_photos AS i ON i.photo_id = p.photo_id
WHERE p.manifest_id = manifest_number($manifest)
    AND EXISTS (FROM inat_photos)
ORDER BY p.file_id;

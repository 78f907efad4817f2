-- @title   Files that a row calls done and that are gone from the folder
-- @doc     What the last verify found. 'download start' fetches them again. The recipe missing lists photos that never
-- @doc     arrived, too.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    photos, qa
-- @example
SELECT
    c.file_name,
    p.scientific_name,
    p.url,
    c.checked_at
FROM photo_checks AS c
JOIN manifest_photos AS p ON p.manifest_id = c.manifest_id AND p.file_id = c.file_id
WHERE c.manifest_id = manifest_number($manifest)
    AND c.verdict = 'missing'
ORDER BY c.file_name;

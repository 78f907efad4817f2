-- @title   Files that are there and not what their row says
-- @doc     What the last verify found: truncated, not_image, wrong_size, wrong_hash. 'download start' fetches them again.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    photos, qa
-- @example
SELECT
    c.file_name,
    c.verdict,
    p.scientific_name,
    c.size_bytes,
    c.checked_at
FROM photo_checks AS c
JOIN manifest_photos AS p ON p.manifest_id = c.manifest_id AND p.file_id = c.file_id
WHERE c.manifest_id = manifest_number($manifest)
    AND c.verdict <> 'missing'
ORDER BY c.verdict, c.file_name;

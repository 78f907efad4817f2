-- @title   Files in the folder that no row of the manifest names
-- @doc     What the last verify found: files of another manifest in the same folder, or strangers. photocat never
-- @doc     removes them.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    photos, qa
-- @example
SELECT
    c.file_name,
    c.size_bytes,
    c.checked_at
FROM photo_checks AS c
WHERE c.manifest_id = manifest_number($manifest)
    AND c.verdict = 'extra'
ORDER BY c.file_name;

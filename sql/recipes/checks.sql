-- @title   What the last verify found amiss
-- @doc     No rows: every file that a row calls done is there and whole, and no other file is. A file of verdict
-- @doc     extra belongs to no row.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    photos, qa
-- @example
SELECT
    c.verdict,
    c.file_name,
    d.scientific_name,
    d.size_bytes AS expected_bytes,
    c.size_bytes AS found_bytes,
    c.checked_at
FROM photo_checks AS c
LEFT JOIN downloads AS d ON d.manifest_id = c.manifest_id AND d.file_id = c.file_id
WHERE c.manifest_id = manifest_number($manifest)
ORDER BY c.verdict, c.file_name;

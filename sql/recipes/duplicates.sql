-- @title   Files with the same bytes under several names
-- @doc     One photo may belong to several taxa (photo_ids is then one number), or the same picture may have been
-- @doc     uploaded twice.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    photos, qa
-- @example
SELECT
    lower(hex(d.sha256)) AS sha256,
    count(DISTINCT d.file_name) AS files,
    any_value(d.size_bytes) AS size_bytes,
    string_agg(DISTINCT d.photo_id::VARCHAR, ', ' ORDER BY d.photo_id::VARCHAR) AS photo_ids,
    string_agg(DISTINCT d.file_name, ', ' ORDER BY d.file_name) AS file_names
FROM downloads AS d
WHERE d.manifest_id = manifest_number($manifest)
    AND d.state IN ('done', 'adopted')
    AND d.sha256 IS NOT NULL
GROUP BY d.sha256
HAVING files > 1
ORDER BY files DESC, sha256;

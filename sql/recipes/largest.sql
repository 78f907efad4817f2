-- @title   The largest files
-- @doc     By the size of the file, or by the pixels of its picture.
-- @param   manifest  text?                         Name of the manifest; left out = the newest
-- @param   by        text = bytes in (bytes, pixels)  What counts as large
-- @param   limit     int = 20 min 1 max 10000      Rows to return
-- @tags    photos
-- @example by=pixels limit=5
SELECT
    d.file_name,
    d.scientific_name,
    d.size_bytes,
    d.width,
    d.height,
    d.format
FROM downloads AS d
WHERE d.manifest_id = manifest_number($manifest)
    AND d.state IN ('done', 'adopted')
ORDER BY
    CASE $by WHEN 'bytes' THEN d.size_bytes ELSE d.width::BIGINT * d.height END DESC NULLS LAST,
    d.file_id
LIMIT $limit;

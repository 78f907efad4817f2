-- @title   The files that landed last
-- @doc     Run it while a download runs to see what arrives.
-- @param   manifest  text?                     Name of the manifest; left out = the newest
-- @param   limit     int = 20 min 1 max 10000  Rows to return
-- @tags    downloads, photos
-- @example limit=5
SELECT
    d.happened_at,
    d.file_name,
    d.scientific_name,
    d.size_bytes,
    d.width,
    d.height,
    d.total_ms
FROM downloads AS d
WHERE d.manifest_id = manifest_number($manifest)
    AND d.state IN ('done', 'adopted')
ORDER BY d.happened_at DESC, d.file_id DESC
LIMIT $limit;

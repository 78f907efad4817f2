-- @title   What the last verify found wrong
-- @doc     No rows: every file that a row calls done is there and whole, and no other file is. A file of verdict
-- @doc     extra belongs to no row. What a download has mended since is left out.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    photos, qa
-- @example
SELECT
    c.verdict,
    c.file_name,
    p.scientific_name,
    s.size_bytes AS expected_bytes,
    c.size_bytes AS found_bytes,
    c.checked_at
FROM photo_checks AS c
LEFT JOIN manifest_photos AS p ON p.manifest_id = c.manifest_id AND p.file_id = c.file_id
LEFT JOIN (
    SELECT manifest_id, file_id, max_by(size_bytes, rowid) AS size_bytes
    FROM download_events
    SEMI JOIN photo_checks USING (manifest_id, file_id)
    WHERE state IN ('done', 'adopted')
    GROUP BY manifest_id, file_id
) AS s ON s.manifest_id = c.manifest_id AND s.file_id = c.file_id
WHERE c.manifest_id = manifest_number($manifest)
ORDER BY c.verdict, c.file_name;

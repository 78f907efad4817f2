-- @title   Files with the same bytes under several names
-- @doc     One photo may belong to several taxa (photo_ids is then one number), or the same picture may have been
-- @doc     uploaded twice.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    photos, qa
-- @example
WITH stored AS (
    SELECT file_id, file_name, photo_id, size_bytes, sha256
    FROM downloads
    WHERE manifest_id = manifest_number($manifest)
        AND state IN ('done', 'adopted')
        AND sha256 IS NOT NULL
), shared AS (
    SELECT sha256
    FROM stored
    GROUP BY sha256
    HAVING count(*) > 1
)
SELECT
    lower(hex(s.sha256)) AS sha256,
    count(DISTINCT s.file_name) AS files,
    any_value(s.size_bytes) AS size_bytes,
    string_agg(DISTINCT s.photo_id::VARCHAR, ', ' ORDER BY s.photo_id::VARCHAR) AS photo_ids,
    string_agg(DISTINCT s.file_name, ', ' ORDER BY s.file_name) AS file_names
FROM stored AS s
SEMI JOIN shared ON shared.sha256 = s.sha256
GROUP BY s.sha256
ORDER BY files DESC, sha256;

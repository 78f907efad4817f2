-- @title   Photos whose size in pixels is odd
-- @doc     Small: the shorter side is below 'least' pixels. Long: one side is more than 'ratio' times the other.
-- @doc     Unknown: the file does not tell.
-- @param   manifest  text?                 Name of the manifest; left out = the newest
-- @param   least     int = 200 min 1       Pixels of the shorter side at least
-- @param   ratio     double = 3.0 min 1.0  Longer side by shorter side at most
-- @tags    photos, qa
-- @example least=100 ratio=4
SELECT
    d.file_name,
    d.scientific_name,
    d.width,
    d.height,
    d.size_bytes,
    CASE
        WHEN coalesce(least(d.width, d.height), 0) = 0 THEN 'unknown'
        WHEN least(d.width, d.height) < $least THEN 'small'
        ELSE 'long'
    END AS reason
FROM downloads AS d
WHERE d.manifest_id = manifest_number($manifest)
    AND d.state IN ('done', 'adopted')
    AND (
        coalesce(least(d.width, d.height), 0) < $least
        OR greatest(d.width, d.height) > $ratio * least(d.width, d.height)
    )
ORDER BY reason, d.file_id;

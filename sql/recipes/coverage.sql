-- @title   Photos wanted and found of each taxon
-- @doc     Wanted are the photos that the manifest chose, found those whose file is there. Shortlist taxa without a
-- @doc     photo are listed too.
-- @param   manifest  text?          Name of the manifest; left out = the newest
-- @param   min       int = 0 min 0  Only taxa with so many photos found, or more
-- @tags    taxa
-- @example min=10
SELECT
    t.taxon_key,
    t.scientific_name,
    count(d.file_id) AS wanted,
    count(d.file_id) FILTER (d.state IN ('done', 'adopted')) AS found,
    sum(d.size_bytes) FILTER (d.state IN ('done', 'adopted')) AS size_bytes
FROM (
    SELECT taxon_key, scientific_name
    FROM shortlist
    UNION
    SELECT taxon_key, scientific_name
    FROM manifest_photos
    WHERE manifest_id = manifest_number($manifest)
) AS t
LEFT JOIN downloads AS d ON d.taxon_key = t.taxon_key AND d.manifest_id = manifest_number($manifest)
GROUP BY t.taxon_key, t.scientific_name
HAVING found >= $min
ORDER BY t.scientific_name, t.taxon_key;

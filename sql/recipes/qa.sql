-- @title   Expected and found files of each taxon, and the difference
-- @doc     Found are files that a row calls done and in which the last verify, if one ran, found no fault; what a
-- @doc     download has mended since counts again. Extra are files in the folder of the taxon that no row names, as the
-- @doc     last verify saw it. No rows: all is well.
-- @param   manifest  text?         Name of the manifest; left out = the newest
-- @param   all       bool = false  List the taxa without a difference too
-- @tags    taxa, qa
-- @example all=true
SELECT
    p.taxon_key,
    p.scientific_name,
    p.slug AS folder,
    count(*) AS expected,
    count(*) FILTER (d.state IN ('done', 'adopted') AND c.file_id IS NULL) AS found,
    found - expected AS difference,
    coalesce(any_value(x.files), 0) AS extra
FROM manifest_photos AS p
JOIN downloads AS d ON d.manifest_id = p.manifest_id AND d.file_id = p.file_id
LEFT JOIN (
    SELECT DISTINCT manifest_id, file_id
    FROM photo_checks
    WHERE file_id IS NOT NULL
) AS c ON c.manifest_id = p.manifest_id AND c.file_id = p.file_id
LEFT JOIN (
    SELECT manifest_id, split_part(file_name, '/', 1) AS slug, count(*) AS files
    FROM photo_checks
    WHERE file_id IS NULL
    GROUP BY ALL
) AS x ON x.manifest_id = p.manifest_id AND x.slug = p.slug
WHERE p.manifest_id = manifest_number($manifest)
GROUP BY p.taxon_key, p.scientific_name, p.slug
HAVING $all OR difference <> 0 OR extra <> 0
ORDER BY difference, p.scientific_name, p.taxon_key;

-- @title   Photos and bytes of each licence
-- @doc     The licences of the photos that the manifest chose, the most frequent first. Found are those whose file is
-- @doc     there.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    credit
-- @example
SELECT
    p.license,
    count(*) AS photos,
    count(DISTINCT p.taxon_key) AS taxa,
    count(*) FILTER (d.state IN ('done', 'adopted')) AS found,
    sum(d.size_bytes) FILTER (d.state IN ('done', 'adopted')) AS size_bytes,
    l.url AS license_url
FROM manifest_photos AS p
JOIN downloads AS d ON d.manifest_id = p.manifest_id AND d.file_id = p.file_id
LEFT JOIN licenses AS l ON l.license = p.license
WHERE p.manifest_id = manifest_number($manifest)
GROUP BY p.license, l.url
ORDER BY photos DESC, p.license;

-- @title   Disk use of each taxon
-- @doc     Files that a row calls done, the largest taxa first. A photo of two taxa is counted for both. A taxon whose
-- @doc     photos lie in several folders, or in none, has no folder.
-- @param   manifest  text?                    Name of the manifest; left out = the newest
-- @param   limit     int = 100 min 1          Rows to return
-- @tags    taxa, photos
-- @example limit=10
SELECT
    d.scientific_name,
    CASE WHEN count(DISTINCT parse_dirpath(d.file_name)) = 1 THEN nullif(parse_dirpath(any_value(d.file_name)), '') END AS folder,
    count(*) AS files,
    sum(d.size_bytes) AS size_bytes,
    (sum(d.size_bytes) / count(*))::BIGINT AS mean_size_bytes
FROM downloads AS d
WHERE d.manifest_id = manifest_number($manifest)
    AND d.state IN ('done', 'adopted')
GROUP BY d.taxon_key, d.scientific_name
ORDER BY size_bytes DESC, d.scientific_name
LIMIT $limit;

-- @title   Photos of the manifest that are not there
-- @doc     No rows: the download is complete. 'failures' sums the reasons up.
-- @param   manifest  text?                      Name of the manifest; left out = the newest
-- @param   taxon     text?                      Only photos of this taxon, by accepted name; left out = all
-- @param   limit     int = 1000 min 1           Rows to return
-- @tags    downloads, qa
-- @example limit=20
SELECT
    d.scientific_name,
    d.file_name,
    d.state,
    d.reason,
    d.http_status,
    d.attempts,
    d.url
FROM downloads AS d
WHERE d.manifest_id = manifest_number($manifest)
    AND d.state NOT IN ('done', 'adopted')
    AND ($taxon IS NULL OR d.scientific_name = $taxon)
ORDER BY d.file_id
LIMIT $limit;

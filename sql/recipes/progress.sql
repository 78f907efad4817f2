-- @title   How far the download is: photos and bytes by state
-- @doc     States: pending, active, done, adopted (was there already), retry, gone, refused, failed.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    downloads
-- @example
SELECT
    d.state,
    count(*) AS photos,
    round(100 * count(*) / sum(count(*)) OVER (), 1) AS percent,
    count(DISTINCT d.taxon_key) AS taxa,
    sum(d.size_bytes) AS size_bytes,
    max(d.happened_at) AS newest_at
FROM downloads AS d
WHERE d.manifest_id = manifest_number($manifest)
GROUP BY d.state
ORDER BY photos DESC, d.state;

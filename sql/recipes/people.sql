-- @title   Who took the photos, and how many of each
-- @doc     The people to thank: photos that are there, by the owner of the photo.
-- @param   manifest  text?           Name of the manifest; left out = the newest
-- @param   least     int = 1 min 1   Only people with so many photos, or more
-- @tags    credit
-- @example least=10
SELECT
    p.login,
    any_value(p.observer_name) AS name,
    count(*) AS photos,
    count(DISTINCT p.taxon_key) AS taxa,
    string_agg(DISTINCT p.license, ', ' ORDER BY p.license) AS licenses,
    min_by(p.credit, p.file_id) AS example
FROM manifest_photos AS p
JOIN downloads AS d ON d.manifest_id = p.manifest_id AND d.file_id = p.file_id
WHERE p.manifest_id = manifest_number($manifest)
    AND d.state IN ('done', 'adopted')
GROUP BY p.login
HAVING photos >= $least
ORDER BY photos DESC, p.login;

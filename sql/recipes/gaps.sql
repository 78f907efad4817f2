-- @title   Taxa with fewer photos than wanted, and why
-- @doc     Counts the photos that the manifest chose. The reason says where to look next: the recipes unmatched and
-- @doc     ambiguous for names; other licences or grades for a manifest with too few photos.
-- @param   manifest  text?           Name of the manifest; left out = the newest
-- @param   least     int = 10 min 1  Photos wanted of each taxon
-- @tags    taxa, qa
-- @example least=10
SELECT
    s.taxon_key,
    s.scientific_name,
    coalesce(p.photos, 0) AS photos,
    $least - coalesce(p.photos, 0) AS lacking,
    CASE
        WHEN p.photos > 0 THEN 'too few photos fit'
        WHEN list_contains(m.statuses, 'matched') THEN 'no photo fits'
        WHEN list_contains(m.statuses, 'ambiguous') THEN 'name is ambiguous'
        WHEN list_contains(m.statuses, 'unmatched') THEN 'name is unmatched'
        ELSE 'not matched yet'
    END AS reason
FROM shortlist AS s
LEFT JOIN (
    SELECT taxon_key, count(*) AS photos
    FROM manifest_photos
    WHERE manifest_id = manifest_number($manifest)
    GROUP BY taxon_key
) AS p ON p.taxon_key = s.taxon_key
LEFT JOIN (
    SELECT taxon_key, list(DISTINCT status) AS statuses
    FROM matches
    GROUP BY taxon_key
) AS m ON m.taxon_key = s.taxon_key
WHERE coalesce(p.photos, 0) < $least
ORDER BY photos, s.scientific_name, s.taxon_key;

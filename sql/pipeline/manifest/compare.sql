WITH before AS (
    SELECT taxon_key, scientific_name, photo_id, license, login, creator, credit
    FROM manifest_photos
    WHERE manifest_id = $before
),
after AS (
    SELECT taxon_key, scientific_name, photo_id, license, login, creator, credit
    FROM manifest_photos
    WHERE manifest_id = $after
)
SELECT
    coalesce(a.taxon_key, b.taxon_key) AS taxon_key,
    any_value(coalesce(a.scientific_name, b.scientific_name)) AS scientific_name,
    count(b.photo_id) AS photos_before,
    count(a.photo_id) AS photos_after,
    count(*) FILTER (WHERE b.photo_id IS NULL) AS added,
    count(*) FILTER (WHERE a.photo_id IS NULL) AS removed,
    count(*) FILTER (WHERE a.license <> b.license) AS changed_license,
    count(*) FILTER (
        WHERE a.photo_id = b.photo_id AND (a.login, a.creator) IS DISTINCT FROM (b.login, b.creator)
    ) AS changed_owner,
    count(*) FILTER (WHERE a.credit <> b.credit) AS changed_credit
FROM before AS b
FULL JOIN after AS a ON a.taxon_key = b.taxon_key AND a.photo_id = b.photo_id
GROUP BY coalesce(a.taxon_key, b.taxon_key)
HAVING added + removed + changed_license + changed_owner + changed_credit > 0
ORDER BY taxon_key;

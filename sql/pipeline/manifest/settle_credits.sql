-- Rows of one photo that name several owners under one licence may have been chosen for several taxa: the photo has one credit.
UPDATE manifest_photos AS p
SET
    login = o.login,
    observer_name = o.observer_name,
    creator = o.creator,
    credit = o.credit
FROM (
    WITH owners AS MATERIALIZED (
        SELECT s.file_id, f.photo_id, f.login, f.observer_name, f.creator, f.credit
        FROM manifest_shared AS s
        JOIN manifest_photos AS f ON f.manifest_id = s.manifest_id AND f.file_id = s.first_file_id
        WHERE s.manifest_id = $manifest_id
    )
    FROM owners
) AS o
WHERE
    p.manifest_id = $manifest_id
    AND p.file_id = o.file_id
    AND p.photo_id = o.photo_id
    AND p.credit <> o.credit;

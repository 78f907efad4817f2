-- Rows of one photo that name several owners under one licence may have been chosen for several taxa: the photo has one credit.
UPDATE manifest_photos AS p
SET
    login = f.login,
    observer_name = f.observer_name,
    creator = f.creator,
    credit = f.credit
FROM manifest_shared AS s
JOIN manifest_photos AS f ON f.manifest_id = s.manifest_id AND f.file_id = s.first_file_id
WHERE
    s.manifest_id = $manifest_id
    AND p.manifest_id = s.manifest_id
    AND p.file_id = s.file_id
    AND p.photo_id = f.photo_id
    AND p.credit <> f.credit;

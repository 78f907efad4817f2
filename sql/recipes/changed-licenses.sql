-- @title   Photos whose licence, owner or credit has changed since the manifest was built
-- @doc     Compares the manifest with the snapshot that is in the catalogue now. Ingest a newer bundle first.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    credit, qa
-- @example
WITH chosen AS (
    SELECT file_id, file_name, scientific_name, photo_id, observation_id, license, login, creator, credit
    FROM manifest_photos
    WHERE manifest_id = manifest_number($manifest)
),
-- Of the rows of a photo that of its observation, as the manifest would take it.
today AS (
    SELECT
        p.file_id,
        c.license,
        c.login,
        creator_of(c.observer_name, c.login, c.observer_id) AS creator,
        c.rights_holder
    FROM candidates AS c
    JOIN chosen AS p ON p.photo_id = c.photo_id
    QUALIFY row_number() OVER (
        PARTITION BY p.file_id
        ORDER BY
            c.observation_id = p.observation_id DESC,
            c.observation_id,
            c.observer_id,
            c.observer_name,
            c.login
    ) = 1
)
SELECT
    p.file_name,
    p.scientific_name,
    p.license AS chosen_license,
    t.license AS license_today,
    l.is_open AS open_today,
    p.login AS chosen_login,
    t.login AS login_today,
    p.credit,
    credit_line(coalesce(t.rights_holder, t.creator), t.license, l.rights) AS credit_today
FROM chosen AS p
JOIN today AS t ON t.file_id = p.file_id
JOIN licenses AS l ON l.license = t.license
WHERE p.license <> t.license
    OR p.login IS DISTINCT FROM t.login
    OR p.creator <> t.creator
ORDER BY open_today, p.file_id;

-- A photo of a manifest, the newest that has its file; else what the sources say of it.
WITH chosen AS (
    SELECT
        p.*,
        (
            SELECT max_by(e.state, e.rowid)
            FROM download_events AS e
            WHERE e.manifest_id = p.manifest_id AND e.file_id = p.file_id
        ) AS state,
        (
            SELECT max_by(r.root, r.run_id)
            FROM download_runs AS r
            WHERE r.manifest_id = p.manifest_id
        ) AS root
    FROM manifest_photos AS p
    WHERE p.photo_id = $photo_id
)
(
    SELECT
        c.photo_id,
        c.scientific_name,
        CASE WHEN c.state IN ('done', 'adopted') THEN regexp_replace(c.root, '^(s3://[^?]*).*', '\1') || '/' || c.file_name END AS file,
        coalesce(c.state, 'pending') AS state,
        c.license,
        coalesce(c.license_url, l.url) AS license_url,
        c.credit,
        c.url
    FROM chosen AS c
    LEFT JOIN licenses AS l ON l.license = c.license
    ORDER BY file IS NULL, c.manifest_id DESC
    LIMIT 1
)
UNION ALL
(
    SELECT
        c.photo_id,
        c.scientific_name,
        NULL,
        'in no manifest',
        c.license,
        l.url,
        coalesce(c.observer_name, c.login, 'unknown') || ', ' || l.rights,
        coalesce(c.photo_page, replace(s.photo_page, '{photo_id}', c.photo_id::VARCHAR), c.url)
    FROM candidates AS c
    JOIN sources AS s ON s.source = c.source
    JOIN licenses AS l ON l.license = c.license
    WHERE c.photo_id = $photo_id AND NOT EXISTS (FROM chosen)
    ORDER BY c.observer_id, c.observer_name, c.login, c.scientific_name
    LIMIT 1
);

-- The columns of inat_downloader's metadata, its spelling of latitude included: a row for each observation and species.
WITH chosen AS (
    SELECT
        p.taxon_key,
        min(p.file_id) AS place,
        any_value(p.scientific_name) AS scientific_name,
        p.source,
        min(p.photo_id) AS photo_id,
        p.observation_id,
        any_value(p.observation_key) AS observation_key,
        any_value(p.login) AS login,
        any_value(p.quality_grade) AS quality_grade,
        any_value(p.observed_on) AS observed_on
    FROM manifest_photos AS p
    JOIN manifests AS m ON m.manifest_id = p.manifest_id
    WHERE m.name = $manifest
    GROUP BY p.taxon_key, p.source, p.observation_id
),
places AS (
    SELECT
        c.source,
        c.observation_id,
        min(nullif(lower(c.record_license), 'arr')) AS license,
        min(c.latitude) AS latitude,
        min(c.longitude) AS longitude
    FROM candidates AS c
    SEMI JOIN chosen AS h
        ON h.source = c.source
        AND h.photo_id = c.photo_id
        AND h.observation_id = c.observation_id
    GROUP BY c.source, c.observation_id
)
SELECT
    h.scientific_name AS species_name,
    coalesce(h.observation_key, h.observation_id::VARCHAR) AS observation_id,
    coalesce(l.license, 'none') AS observation_license,
    h.login AS observer_login,
    h.quality_grade AS observation_quality,
    h.observed_on AS observation_date,
    coalesce(l.latitude::VARCHAR, 'none') AS observation_latidude,
    coalesce(l.longitude::VARCHAR, 'none') AS observation_longitude
FROM chosen AS h
LEFT JOIN places AS l ON l.source = h.source AND l.observation_id = h.observation_id
ORDER BY h.place;

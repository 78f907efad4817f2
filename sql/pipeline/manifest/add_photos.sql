-- Numbers follow from the counts of the taxa before, so that only each taxon's photos are sorted.
INSERT INTO manifest_photos BY NAME
WITH ranked AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY taxon_number ORDER BY weight DESC NULLS LAST, photo_id
        ) AS place
    FROM manifest_choice
    QUALIFY $top::BIGINT IS NULL OR place <= $top::BIGINT
),
counted AS (
    SELECT
        taxon_number,
        least(count(*), coalesce($top::BIGINT, count(*))) AS photos
    FROM manifest_choice
    GROUP BY taxon_number
),
numbered AS (
    SELECT
        taxon_number,
        (sum(photos) OVER (ORDER BY taxon_number) - photos)::BIGINT AS photos_before
    FROM counted
)
SELECT
    $manifest_id AS manifest_id,
    n.photos_before + r.place AS file_id,
    s.taxon_key,
    s.scientific_name,
    w.original_name,
    w.name_source,
    s.slug,
    {{folder}} || r.photo_id || '_' || $size || '.' || CASE
        WHEN regexp_full_match(r.extension, '[A-Za-z0-9]{1,8}') THEN lower(r.extension)
        ELSE 'img'
    END AS file_name,
    r.place AS rank,
    r.photo_id,
    r.taxon_id,
    r.observation_uuid,
    r.quality_grade,
    r.observed_on,
    'https://inaturalist-open-data.s3.amazonaws.com/photos/' || r.photo_id || '/' || $size || '.'
        || url_encode(coalesce(r.extension, 'jpg')) AS url,
    r.license,
    r.login,
    r.observer_name,
    creator_of(r.observer_name, r.login, r.observer_id) AS creator,
    credit_line(creator, r.license, l.rights) AS credit,
    r.width,
    r.height
FROM ranked AS r
JOIN numbered AS n ON n.taxon_number = r.taxon_number
JOIN manifest_shortlist AS s ON s.taxon_number = r.taxon_number
JOIN manifest_taxa AS w ON w.taxon_number = r.taxon_number AND w.taxon_id = r.taxon_id
JOIN licenses AS l ON l.license = r.license
ORDER BY r.taxon_number, r.place;

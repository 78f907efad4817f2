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
    {{path}} || '.' || CASE
        WHEN regexp_full_match(r.extension, '[A-Za-z0-9]{1,8}') THEN lower(r.extension)
        ELSE 'img'
    END AS file_name,
    r.place AS rank,
    o.source,
    r.photo_id,
    r.taxon_id,
    CASE WHEN t.photo_id IS NOT NULL THEN w.taxon_key END AS source_taxon_key,
    r.observation_id,
    t.observation_key,
    r.quality_grade,
    r.observed_on,
    CASE
        WHEN t.photo_id IS NULL
            THEN o.before_photo || r.photo_id || o.after_photo || url_encode(coalesce(r.extension, 'jpg')) || o.after_extension
        ELSE address_of(t.url_template, r.photo_id, $size, r.extension)
    END AS url,
    r.license,
    t.license_version,
    v.url AS license_url,
    r.login,
    r.observer_name,
    creator_of(r.observer_name, r.login, r.observer_id) AS creator,
    t.rights_holder,
    credit_line(coalesce(t.rights_holder, creator), r.license, l.rights) AS credit,
    r.width,
    r.height,
    t.dataset,
    t.photo_page,
    t.record_page
FROM ranked AS r
JOIN numbered AS n ON n.taxon_number = r.taxon_number
JOIN manifest_shortlist AS s ON s.taxon_number = r.taxon_number
JOIN manifest_taxa AS w ON w.taxon_number = r.taxon_number AND w.source_place = r.source_place AND w.taxon_id IS NOT DISTINCT FROM r.taxon_id
JOIN licenses AS l ON l.license = r.license
JOIN (
    SELECT
        list_position($sources::VARCHAR[], source) AS source_place,
        source,
        split_part(replace(url_template, '{size}', $size), '{photo_id}', 1) AS before_photo,
        split_part(split_part(replace(url_template, '{size}', $size), '{photo_id}', 2), '{extension}', 1) AS after_photo,
        split_part(url_template, '{extension}', 2) AS after_extension
    FROM sources
) AS o ON o.source_place = r.source_place
LEFT JOIN manifest_texts AS t
    ON t.source_place = r.source_place
    AND t.photo_id = r.photo_id
    AND t.observation_id = r.observation_id
    AND t.license = r.license
LEFT JOIN (
    SELECT license, version, min(url) AS url
    FROM license_texts
    GROUP BY license, version
) AS v ON v.license = r.license AND v.version = t.license_version
ORDER BY r.taxon_number, r.place;

-- A slice at a time: DuckDB 2.0 can give the rows of a sort that does not fit into memory in
-- another order, and a slice always fits.
SELECT
    p.slug,
    p.taxon_key AS wfo_taxon_id,
    p.scientific_name AS wfo_scientific_name,
    p.original_name,
    split_part(p.file_name, '/', -1) AS photo_filename,
    p.url AS photo_url,
    p.license,
    p.login,
    p.observer_name,
    p.width,
    p.height,
    p.width::BIGINT * p.height AS area_pixels,
    p.rank,
    l.url AS license_url,
    CASE $credit_form
        WHEN 'inat' THEN p.credit
        WHEN 'tasl' THEN format(
            '"{}" (https://www.inaturalist.org/photos/{}) by {} {}', p.scientific_name, p.photo_id, p.creator, l.terms
        ) || coalesce(' (' || l.url || ')', '')
    END AS credit,
    p.file_name,
    p.photo_id,
    'https://www.inaturalist.org/photos/' || p.photo_id AS photo_page,
    'https://www.inaturalist.org/observations/' || p.observation_uuid AS observation_page
FROM manifest_photos AS p
JOIN manifests AS m ON m.manifest_id = p.manifest_id
LEFT JOIN licenses AS l ON l.license = p.license
WHERE
    m.name = $manifest
    AND p.file_id BETWEEN $first AND $last
ORDER BY p.file_id;

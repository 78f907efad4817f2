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
    coalesce(p.license_url, l.url) AS license_url,
    CASE $credit_form
        WHEN 'inat' THEN p.credit
        WHEN 'tasl' THEN format(
            '"{}" ({}) by {} {}',
            p.scientific_name,
            coalesce(
                p.photo_page,
                replace(o.photo_page, '{photo_id}', p.photo_id::VARCHAR),
                p.record_page,
                p.url
            ),
            p.creator,
            replace(l.terms, '4.0', coalesce(p.license_version, '4.0'))
        ) || coalesce(' (' || coalesce(p.license_url, l.url) || ')', '')
    END AS credit,
    p.file_name,
    p.photo_id,
    coalesce(p.photo_page, replace(o.photo_page, '{photo_id}', p.photo_id::VARCHAR)) AS photo_page,
    coalesce(p.record_page, replace(o.record_page, '{observation_key}', p.observation_id::VARCHAR)) AS observation_page
FROM manifest_photos AS p
JOIN manifests AS m ON m.manifest_id = p.manifest_id
LEFT JOIN licenses AS l ON l.license = p.license
LEFT JOIN sources AS o ON o.source = p.source
WHERE
    m.name = $manifest
    AND p.file_id BETWEEN $first AND $last
ORDER BY p.file_id;

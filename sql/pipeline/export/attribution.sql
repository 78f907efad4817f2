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
    p.credit,
    p.file_name
FROM manifest_photos AS p
JOIN manifests AS m ON m.manifest_id = p.manifest_id
LEFT JOIN licenses AS l ON l.license = p.license
WHERE m.name = $manifest
ORDER BY p.file_id;

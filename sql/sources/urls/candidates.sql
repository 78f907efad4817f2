-- Cells are text: one that is no number, or no day, counts as none. What has no record of its own is one by itself.
SELECT
    'urls' AS source,
    p.photo_id,
    coalesce(p.photo_key, p.address) AS photo_key,
    coalesce(
        try_cast(p.observation_key AS UUID), md5(coalesce(p.observation_key, p.address))::UUID
    ) AS observation_id,
    p.observation_key,
    t.taxon_id,
    p.label AS taxon_key,
    t.name AS scientific_name,
    t.rank,
    NULL::VARCHAR AS ancestry,
    NULL::VARCHAR AS classification,
    p.form IN ('file', 'iiif_image') AS has_address,
    p.address AS url,
    own_template(p.address, p.photo_id) AS url_template,
    coalesce(p.ending, 'jpg') AS extension,
    coalesce(l.license, 'UNKNOWN') AS license,
    p.license_text,
    l.version AS license_version,
    NULL::VARCHAR AS record_license,
    NULL::INTEGER AS observer_id,
    NULL::VARCHAR AS login,
    coalesce(p.creator, p.rights_holder) AS observer_name,
    p.rights_holder,
    try_cast(left(p.observed_on, 10) AS DATE) AS observed_on,
    NULL::quality_grade AS quality_grade,
    try_cast(p.latitude AS DOUBLE) AS latitude,
    try_cast(p.longitude AS DOUBLE) AS longitude,
    NULL::BIGINT AS positional_accuracy,
    k.kind,
    p.format,
    try_cast(try_cast(p.width AS DOUBLE) AS INTEGER) AS width,
    try_cast(try_cast(p.height AS DOUBLE) AS INTEGER) AS height,
    NULL::INTEGER AS position,
    NULL::VARCHAR AS basis_of_record,
    'unknown' AS image_kind,
    NULL::VARCHAR AS image_kind_rule,
    NULL::VARCHAR AS dataset,
    p.photo_page,
    NULL::VARCHAR AS record_page,
    p.* EXCLUDE (
        photo_id,
        photo_key,
        observation_key,
        license_text,
        rights_holder,
        observed_on,
        latitude,
        longitude,
        format,
        width,
        height,
        photo_page,
        label_checklist
    )
FROM urls_photos AS p
LEFT JOIN urls_taxa AS t ON t.label = p.label
LEFT JOIN license_texts AS l ON l.text = p.license_text
LEFT JOIN urls_kinds AS k
    ON k.format = coalesce(p.format, '')
    AND k.form = p.form
    AND k.ending = coalesce(p.ending, '');

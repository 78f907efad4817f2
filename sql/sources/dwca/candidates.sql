-- Cells are text: one that is no number, or no day, counts as none. The columns of the record can be named too, those of the
-- media as media.title.
SELECT
    'dwca' AS source,
    m.photo_id,
    whole_image(coalesce(m.accessURI, m.identifier)) AS photo_key,
    md5(coalesce(r.gbifID, r.occurrenceID, r.core_id))::UUID AS observation_id,
    coalesce(r.gbifID, r.occurrenceID, r.core_id) AS observation_key,
    n.taxon_id,
    t.taxon_key,
    t.name AS scientific_name,
    t.rank,
    t.ancestry,
    t.classification,
    m.form IN ('file', 'iiif_image') AS has_address,
    whole_image(coalesce(m.accessURI, m.identifier)) AS url,
    own_template(whole_image(coalesce(m.accessURI, m.identifier)), m.photo_id) AS url_template,
    CASE
        WHEN m.ending IN ('jpg', 'jpeg', 'png', 'gif', 'webp', 'tif', 'tiff', 'bmp', 'avif', 'heic') THEN m.ending
        ELSE coalesce(nullif(regexp_extract(lower(m.format), 'image/(png|gif|webp|tiff|bmp|avif|heic)', 1), ''), 'jpg')
    END AS extension,
    coalesce(l.license, 'UNKNOWN') AS license,
    m.license_text,
    l.version AS license_version,
    d.license AS record_license,
    NULL::INTEGER AS observer_id,
    NULL::VARCHAR AS login,
    coalesce(m.creator, m.rightsHolder, r.recordedBy) AS observer_name,
    m.rightsHolder AS rights_holder,
    try_cast(left(r.eventDate, 10) AS DATE) AS observed_on,
    NULL::quality_grade AS quality_grade,
    try_cast(r.decimalLatitude AS DOUBLE) AS latitude,
    try_cast(r.decimalLongitude AS DOUBLE) AS longitude,
    try_cast(r.coordinateUncertaintyInMeters AS DOUBLE)::BIGINT AS positional_accuracy,
    k.kind,
    m.format,
    NULL::INTEGER AS width,
    NULL::INTEGER AS height,
    NULL::INTEGER AS position,
    r.basisOfRecord AS basis_of_record,
    image_kind_of(r.basisOfRecord, r.kingdom, NULL, NULL, NULL) AS image_kind,
    image_kind_rule_of(r.basisOfRecord, NULL, NULL, NULL) AS image_kind_rule,
    r.datasetKey AS dataset,
    m."references" AS photo_page,
    r.record_references AS record_page,
    r.* EXCLUDE (record_license, record_references, core_id, name_id),
    m AS media
FROM dwca_media AS m
LEFT JOIN dwca_records AS r ON r.core_id = m.core_id AND r.snapshot_id = m.snapshot_id
LEFT JOIN dwca_names AS n ON n.name_id = r.name_id
LEFT JOIN dwca_taxa AS t ON t.taxon_id = n.taxon_id
LEFT JOIN license_texts AS l ON l.text = m.license_text
LEFT JOIN license_texts AS d ON d.text = r.record_license
LEFT JOIN dwca_media_kinds AS k
    ON k.type = coalesce(m.type, '')
    AND k.format = coalesce(m.format, '')
    AND k.form = m.form
    AND k.ending = coalesce(m.ending, '');

-- Casts and texts that nobody asks for cost nothing.
SELECT
    'inat-open-data' AS source,
    p.photo_id,
    p.photo_id::VARCHAR AS photo_key,
    p.observation_uuid AS observation_id,
    NULL::VARCHAR AS observation_key,
    o.taxon_id,
    o.taxon_id::VARCHAR AS taxon_key,
    t.name AS scientific_name,
    t.rank,
    t.ancestry,
    NULL::VARCHAR AS classification,
    true AS has_address,
    'https://inaturalist-open-data.s3.amazonaws.com/photos/' || p.photo_id || '/original.'
        || url_encode(coalesce(p.extension, 'jpg')) AS url,
    NULL::VARCHAR AS url_template,
    p.extension,
    coalesce(l.license, 'UNKNOWN') AS license,
    p.license AS license_text,
    NULL::VARCHAR AS license_version,
    NULL::VARCHAR AS record_license,
    CASE WHEN d.photo_id IS NULL THEN p.observer_id ELSE d.observer_id END AS observer_id,
    u.login,
    u.name AS observer_name,
    NULL::VARCHAR AS rights_holder,
    o.observed_on,
    o.quality_grade,
    o.latitude,
    o.longitude,
    o.positional_accuracy,
    o.anomaly_score,
    'still_image' AS kind,
    NULL::VARCHAR AS format,
    p.width,
    p.height,
    p.position,
    'HumanObservation' AS basis_of_record,
    'living' AS image_kind,
    'basis_of_record' AS image_kind_rule,
    NULL::VARCHAR AS dataset,
    NULL::VARCHAR AS photo_page,
    NULL::VARCHAR AS record_page
FROM inat_photos AS p
JOIN inat_observations AS o ON o.observation_uuid = p.observation_uuid
LEFT JOIN inat_taxa AS t ON t.taxon_id = o.taxon_id
LEFT JOIN inat_disputed_photos AS d ON d.photo_id = p.photo_id
LEFT JOIN inat_observers AS u ON u.observer_id = CASE WHEN d.photo_id IS NULL THEN p.observer_id ELSE d.observer_id END
LEFT JOIN licenses AS l ON l.license = CASE WHEN d.photo_id IS NULL THEN p.license ELSE d.license END;

SELECT
    m.manifest_id,
    m.photos
FROM manifests AS m
WHERE m.name = $manifest;

SELECT
    m.photos,
    m.taxa
FROM manifests AS m
WHERE m.name = $manifest;

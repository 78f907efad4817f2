SELECT
    m.photos,
    m.taxa,
    coalesce(m.definition ->> 'layout', 'taxon') AS layout
FROM manifests AS m
WHERE m.name = $manifest;

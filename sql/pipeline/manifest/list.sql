SELECT
    m.name,
    m.taxa,
    m.photos,
    s.snapshot_date,
    m.snapshot_id,
    m.created_at
FROM manifests AS m
LEFT JOIN snapshots AS s ON s.snapshot_id = m.snapshot_id
ORDER BY m.manifest_id;

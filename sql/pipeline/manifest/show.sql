WITH shown AS (
    SELECT *
    FROM manifests
    WHERE manifest_id = $manifest_id
)
SELECT
    item,
    value
FROM (
    SELECT 1 AS place, 'name' AS item, name AS value FROM shown
    UNION ALL
    SELECT 2, 'created_at', created_at::VARCHAR FROM shown
    UNION ALL
    SELECT 3, 'snapshot_id', snapshot_id::VARCHAR FROM shown
    UNION ALL
    SELECT 4, key, definition ->> key
    FROM (SELECT definition, unnest(json_keys(definition)) AS key FROM shown)
    UNION ALL
    SELECT 5, 'taxa', taxa::VARCHAR FROM shown
    UNION ALL
    SELECT 6, 'photos', photos::VARCHAR FROM shown
    UNION ALL
    SELECT 7, 'photos ' || license, count(*)::VARCHAR
    FROM manifest_photos
    WHERE manifest_id = $manifest_id
    GROUP BY license
)
ORDER BY place, item;

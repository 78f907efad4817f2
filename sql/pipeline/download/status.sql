SELECT
    d.manifest,
    d.state,
    count(*) AS photos,
    round(100 * count(*) / sum(count(*)) OVER (PARTITION BY d.manifest_id), 1) AS percent,
    sum(d.size_bytes) AS size_bytes,
    max(d.happened_at) AS newest_at
FROM downloads AS d
WHERE d.manifest_id = $manifest_id
    OR ($manifest_id IS NULL AND d.manifest_id IN (SELECT manifest_id FROM download_runs))
GROUP BY d.manifest_id, d.manifest, d.state
ORDER BY d.manifest_id, photos DESC, d.state;

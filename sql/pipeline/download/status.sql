SELECT
    d.manifest,
    d.state,
    sum(d.files)::BIGINT AS photos,
    round(100 * photos / sum(photos) OVER (PARTITION BY d.manifest_id), 1) AS percent,
    sum(d.size_bytes)::BIGINT AS size_bytes,
    max(d.newest_at) AS newest_at
FROM download_states AS d
WHERE d.manifest_id = $manifest_id
    OR ($manifest_id IS NULL AND d.manifest_id IN (SELECT manifest_id FROM download_runs))
GROUP BY d.manifest_id, d.manifest, d.state
ORDER BY d.manifest_id, photos DESC, d.state;

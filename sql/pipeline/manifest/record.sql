INSERT INTO manifests BY NAME
SELECT
    $manifest_id AS manifest_id,
    $name AS name,
    json_object(
        'from', $sources::VARCHAR[],
        'snapshots', $snapshots::INTEGER[],
        'label', $label,
        'lists', $lists::VARCHAR[],
        'quality', $quality::VARCHAR[],
        'license', $licenses::VARCHAR[],
        'size', $size,
        'top', $top::BIGINT,
        'rank_by', $rank_by,
        'more_than', $more_than::BIGINT,
        'per_observation', $per_observation::BIGINT,
        'where', $where::VARCHAR,
        'descendants', $descendants,
        'layout', $layout,
        'several_taxa', $several_taxa,
        'shared_taxa', $shared_taxa,
        'match', (SELECT max_by(definition, rowid) FROM match_runs)
    ) AS definition,
    $snapshot_id AS snapshot_id,
    count(DISTINCT taxon_key) AS taxa,
    count(*) AS photos,
    $created_at AS created_at
FROM manifest_photos
WHERE manifest_id = $manifest_id;

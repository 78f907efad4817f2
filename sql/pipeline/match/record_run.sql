INSERT INTO match_runs BY NAME
SELECT
    json_object(
        'sources', $sources::VARCHAR[],
        'within', $within,
        'ranks', $ranks::VARCHAR[],
        'include_inactive', $include_inactive,
        'exact', $exact,
        'names_only', $names_only
    ) AS definition,
    $snapshot_id AS snapshot_id,
    $matched_at AS matched_at;

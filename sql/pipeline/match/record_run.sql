INSERT INTO match_runs
SELECT
    json_object(
        'sources', $sources::VARCHAR[],
        'within', $within,
        'ranks', $ranks::VARCHAR[],
        'include_inactive', $include_inactive,
        'exact', $exact,
        'names_only', $names_only
    ),
    $snapshot_id,
    $matched_at;

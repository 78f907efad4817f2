INSERT INTO match_runs
SELECT
    json_object(
        'sources', $sources::VARCHAR[],
        'within', $within,
        'ranks', $ranks::VARCHAR[],
        'include_inactive', $include_inactive,
        'exact', $exact
    ),
    $snapshot_id,
    $matched_at;

INSERT INTO download_events BY NAME
SELECT
    r.run_id,
    r.manifest_id,
    l.file_id,
    'pending' AS state,
    0 AS attempt,
    l.verdict AS reason,
    $now AS happened_at
FROM (SELECT unnest($file_ids)::BIGINT AS file_id, unnest($verdicts) AS verdict) AS l
CROSS JOIN (
    SELECT manifest_id, max(run_id) AS run_id
    FROM download_runs
    WHERE manifest_id = $manifest_id
    GROUP BY manifest_id
) AS r;

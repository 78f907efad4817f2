INSERT INTO download_events (run_id, manifest_id, file_id, state, attempt, reason, happened_at)
SELECT r.run_id, r.manifest_id, l.file_id, 'pending', 0, l.verdict, $now
FROM (SELECT unnest($file_ids)::BIGINT AS file_id, unnest($verdicts) AS verdict) AS l
CROSS JOIN (
    SELECT manifest_id, max(run_id) AS run_id
    FROM download_runs
    WHERE manifest_id = $manifest_id
    GROUP BY manifest_id
) AS r;

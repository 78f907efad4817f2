UPDATE download_runs
SET finished_at = $now, outcome = $outcome
WHERE run_id = $run_id;

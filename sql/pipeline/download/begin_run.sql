INSERT INTO download_runs BY NAME
SELECT
    coalesce(max(r.run_id), 0) + 1 AS run_id,
    $manifest_id AS manifest_id,
    $root AS root,
    $now AS started_at
FROM download_runs AS r;

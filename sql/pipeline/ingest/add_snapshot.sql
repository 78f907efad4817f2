INSERT INTO snapshots BY NAME
SELECT
    $snapshot_id AS snapshot_id,
    $source AS source,
    $name AS name,
    $origin AS origin,
    $snapshot_date::DATE AS snapshot_date,
    $size_bytes AS size_bytes,
    $rejected_rows AS rejected_rows,
    $started_at AS started_at,
    $ingested_at AS ingested_at;

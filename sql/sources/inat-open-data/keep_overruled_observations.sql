-- After loading nobody knows on which line a row stood.
INSERT INTO ingest_rejects BY NAME
SELECT
    $snapshot_id AS snapshot_id,
    $file AS file,
    0 AS line,
    concat_ws(
        chr(9),
        observation_uuid,
        coalesce(observer_id::VARCHAR, ''),
        coalesce(latitude::VARCHAR, ''),
        coalesce(longitude::VARCHAR, ''),
        coalesce(positional_accuracy::VARCHAR, ''),
        coalesce(taxon_id::VARCHAR, ''),
        coalesce(quality_grade::VARCHAR, ''),
        coalesce(observed_on::VARCHAR, ''),
        coalesce(anomaly_score::VARCHAR, '')
    ) AS text,
    'it contradicts another row of the observation, which claims less and holds' AS reason
FROM inat_observations
WHERE rowid IN (SELECT row FROM overruled_observations)
ORDER BY text;

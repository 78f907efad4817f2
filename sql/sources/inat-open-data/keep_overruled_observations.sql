-- After loading nobody knows on which line a row stood.
INSERT INTO ingest_rejects
SELECT
    $snapshot_id,
    $file,
    0,
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
    ),
    'it contradicts another row of the observation, which claims less and holds'
FROM inat_observations
WHERE rowid IN (SELECT row FROM overruled_observations)
ORDER BY 4;

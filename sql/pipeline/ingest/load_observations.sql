INSERT INTO inat_observations
SELECT
    observation_uuid,
    observer_id,
    latitude,
    longitude,
    positional_accuracy,
    taxon_id,
    quality_grade,
    observed_on,
    anomaly_score
FROM read_csv(
    $file,
    auto_detect = false,
    header = true,
    delim = '\t',
    quote = '',
    escape = '',
    new_line = '\n',
    store_rejects = true,
    columns = {
        'observation_uuid': 'UUID',
        'observer_id': 'INTEGER',
        'latitude': 'DOUBLE',
        'longitude': 'DOUBLE',
        'positional_accuracy': 'BIGINT',
        'taxon_id': 'INTEGER',
        'quality_grade': 'quality_grade',
        'observed_on': 'DATE',
        'anomaly_score': 'DOUBLE'
    }
);

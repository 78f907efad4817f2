INSERT INTO inat_photos
SELECT
    photo_uuid,
    photo_id,
    observation_uuid,
    observer_id,
    extension,
    license,
    width,
    height,
    position
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
        'photo_uuid': 'UUID',
        'photo_id': 'BIGINT',
        'observation_uuid': 'UUID',
        'observer_id': 'INTEGER',
        'extension': 'VARCHAR',
        'license': 'VARCHAR',
        'width': 'INTEGER',
        'height': 'INTEGER',
        'position': 'INTEGER'
    }
);

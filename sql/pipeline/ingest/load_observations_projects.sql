INSERT INTO inat_observation_projects
SELECT
    observation_uuid,
    project_id
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
        'project_id': 'INTEGER'
    }
);

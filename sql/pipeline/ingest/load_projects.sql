INSERT INTO inat_projects
SELECT
    project_id,
    title,
    slug
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
        'project_id': 'INTEGER',
        'title': 'VARCHAR',
        'slug': 'VARCHAR'
    }
);

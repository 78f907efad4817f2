INSERT INTO inat_observers
SELECT
    observer_id,
    login,
    name
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
        'observer_id': 'INTEGER',
        'login': 'VARCHAR',
        'name': 'VARCHAR'
    }
);

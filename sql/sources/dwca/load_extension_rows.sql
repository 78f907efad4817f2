-- Tables of all kinds, with columns of their own: each row becomes a map, in which empty cells do not stand.
INSERT INTO dwca_extension_rows BY NAME
WITH cells AS (
    SELECT {{columns}}
    FROM read_csv(
        $files::VARCHAR[],
        auto_detect = false,
        header = false,
        delim = {{delimiter}},
        quote = {{quote}},
        escape = {{quote}},
        new_line = '\n',
        columns = {{cells}}
    )
)
SELECT
    $snapshot_id AS snapshot_id,
    $file AS file,
    $row_type AS row_type,
    core_id,
    map_from_entries(list_filter(entries, lambda entry: entry.value IS NOT NULL)) AS cells
FROM cells
WHERE {{where}};

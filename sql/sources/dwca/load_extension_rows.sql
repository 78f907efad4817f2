-- Tables of all kinds, with columns of their own: each row becomes a map, in which empty cells do not stand.
INSERT INTO dwca_extension_rows BY NAME
SELECT
    $snapshot_id AS snapshot_id,
    $file AS file,
    $row_type AS row_type,
    core_id,
    map_from_entries(list_filter(entries, lambda entry: entry.value IS NOT NULL)) AS cells
FROM dwca_cells
WHERE {{where}};

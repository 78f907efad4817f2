INSERT INTO shortlist_rows
SELECT
    $list,
    line,
    taxon_key,
    name,
    coalesce(spelling, name),
    source,
    rank,
    authorship,
    cells
FROM staged_names;

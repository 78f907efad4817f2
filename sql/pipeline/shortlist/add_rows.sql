INSERT INTO shortlist_rows BY NAME
SELECT
    $list AS list,
    line,
    taxon_key,
    name AS scientific_name,
    coalesce(spelling, name) AS original_name,
    source,
    rank,
    authorship,
    cells
FROM staged_names;

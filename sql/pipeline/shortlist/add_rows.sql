INSERT INTO shortlist_rows
SELECT
    $list,
    n.line,
    n.taxon_key,
    n.name,
    coalesce(n.spelling, n.name),
    n.source,
    n.rank,
    n.authorship,
    coalesce(c.cells, MAP {})
FROM staged_names AS n
LEFT JOIN (
    SELECT line, map(list(header), list(text)) AS cells
    FROM staged_cells
    GROUP BY line
) AS c ON c.line = n.line
ORDER BY n.line;

-- @title   Rows of a list, with what became of each and any of its columns
-- @doc     All columns of a list are kept, in shortlist_rows.cells: 'run list-rows column=family' shows one of them, and
-- @doc     SQL has them all, such as cells['family'].
-- @param   list    text?   Only rows of this list; left out = all
-- @param   column  text?   A column of the list, spelt as there; left out = all that are filled
-- @tags    names
-- @example
-- @example column=family
SELECT
    r.list,
    r.line,
    r.taxon_key,
    r.original_name,
    m.status,
    m.matched_name,
    CASE WHEN $column IS NULL THEN r.cells::VARCHAR ELSE r.cells[$column] END AS value
FROM shortlist_rows AS r
LEFT JOIN matches AS m
    ON m.taxon_key = r.taxon_key
    AND m.original_name = r.original_name
    AND (r.source IS NULL OR m.source = r.source)
WHERE $list IS NULL OR r.list = $list
QUALIFY row_number() OVER (PARTITION BY r.list, r.line ORDER BY m.source) = 1
ORDER BY r.list, r.line;

-- Nothing is sniffed: names hold quotes that are never closed, and rank_level 33.5 would be guessed an integer. An empty
-- identifier is no null but a text that is no number, for which DuckDB passes over the row. Columns that the bundle lacks are null.
INSERT INTO {{table}} BY NAME
SELECT {{known}}
FROM read_csv(
    $file,
    auto_detect = false,
    header = true,
    delim = '\t',
    quote = '',
    escape = '',
    new_line = '\n',
    ignore_errors = true,
    force_not_null = $identifiers::VARCHAR[],
    columns = {{columns}}
);

-- The rows of a piece of text as they stand: their line, then their cells.
CREATE OR REPLACE TEMP VIEW urls_cells AS
SELECT *
FROM read_csv(
    {{file}},
    auto_detect = false,
    header = false,
    delim = {{delimiter}},
    quote = {{quote}},
    escape = {{quote}},
    new_line = '\n',
    columns = {{cells}}
);

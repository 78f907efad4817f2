-- The rows of a table as they come, every cell as text, under the names of the columns that take them.
CREATE OR REPLACE TEMP VIEW dwca_cells AS
SELECT {{columns}}
FROM read_csv(
    {{files}},
    auto_detect = false,
    header = false,
    delim = {{delimiter}},
    quote = {{quote}},
    escape = {{quote}},
    new_line = '\n',
    columns = {{cells}}
);

-- The items of a piece of JSON, those that are none as null.
CREATE OR REPLACE TEMP VIEW urls_items AS
SELECT
    line,
    item,
    CASE WHEN try(json_type(item)) = 'OBJECT' THEN item END AS object
FROM read_csv(
    {{file}},
    auto_detect = false,
    header = false,
    delim = chr(31),
    quote = '',
    escape = '',
    new_line = '\n',
    columns = {line: 'BIGINT', item: 'VARCHAR'}
);

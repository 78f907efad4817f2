-- The items of a piece of JSON: objects, and texts that are addresses; both null for what is neither.
CREATE OR REPLACE TEMP VIEW urls_items AS
SELECT
    line,
    item,
    CASE WHEN type = 'OBJECT' THEN item END AS object,
    CASE WHEN type = 'VARCHAR' THEN json_extract_string(item, '$') END AS bare
FROM (
    SELECT
        *,
        try(json_type(item)) AS type
    FROM read_csv(
        {{file}},
        auto_detect = false,
        header = false,
        delim = chr(31),
        quote = '',
        escape = '',
        new_line = '\n',
        columns = {line: 'BIGINT', item: 'VARCHAR'}
    )
);

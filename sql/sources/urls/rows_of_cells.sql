CREATE OR REPLACE TEMP VIEW urls_rows AS
SELECT
    *,
    CASE WHEN coalesce(trim(address), '') = '' THEN 'it has no address' END AS flaw
FROM (
    SELECT
        {{columns}},
        c0 AS line,
        concat_ws({{delimiter}}, {{row}}) AS row_text
    FROM urls_cells
);

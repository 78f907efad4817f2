CREATE OR REPLACE TEMP VIEW urls_rows AS
SELECT
    *,
    CASE
        WHEN NOT is_object THEN 'it is no JSON object'
        WHEN coalesce(trim(address), '') = '' THEN 'it has no address'
    END AS flaw
FROM (
    SELECT
        {{columns}},
        line,
        object IS NOT NULL AS is_object,
        item AS row_text
    FROM (
        SELECT
            *,
            CASE WHEN object IS NOT NULL THEN json_extract_string(object, {{paths}}) END AS cells
        FROM urls_items
    )
);

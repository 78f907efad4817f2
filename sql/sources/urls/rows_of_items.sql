CREATE OR REPLACE TEMP VIEW urls_rows AS
SELECT
    * EXCLUDE (bare_address) REPLACE (coalesce(bare_address, address) AS address),
    CASE
        WHEN NOT is_object AND bare_address IS NULL THEN 'it is no JSON object'
        WHEN coalesce(trim(bare_address), trim(address), '') = '' THEN 'it has no address'
    END AS flaw
FROM (
    SELECT
        {{columns}},
        line,
        object IS NOT NULL AS is_object,
        bare AS bare_address,
        item AS row_text
    FROM (
        SELECT
            *,
            CASE WHEN object IS NOT NULL THEN json_extract_string(object, {{paths}}) END AS cells
        FROM urls_items
    )
);

-- In the order in which they appear; most items of a list have the same. One that is null tells of addresses without an object.
SELECT key
FROM (
    SELECT
        line,
        unnest(keys) AS key,
        generate_subscripts(keys, 1) AS place
    FROM (
        SELECT
            coalesce(json_keys(object), [NULL]::VARCHAR[]) AS keys,
            min(line) AS line
        FROM urls_items
        WHERE object IS NOT NULL OR bare IS NOT NULL
        GROUP BY keys
    )
)
GROUP BY key
ORDER BY min(line), min(place), key;

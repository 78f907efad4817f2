-- What each spelling of the lists is asked as: what it was overridden to in the end, unless that is a number of iNaturalist's. A
-- key of the checklist itself comes before one that GBIF can translate.
CREATE OR REPLACE TEMP TABLE gbif_wanted AS
WITH RECURSIVE chains AS (
    SELECT
        lower(trim(from_name)) AS start,
        trim(to_name) AS name,
        1 AS step
    FROM name_overrides
    UNION ALL
    SELECT
        c.start,
        trim(o.to_name),
        c.step + 1
    FROM chains AS c
    JOIN name_overrides AS o ON lower(trim(o.from_name)) = lower(c.name)
    WHERE c.step < 20
),
settled AS (
    SELECT
        start,
        arg_max(name, step) AS name
    FROM chains
    GROUP BY start
)
SELECT DISTINCT
    n.taxon_key,
    CASE
        WHEN o.name IS NULL OR regexp_full_match(o.name, '[0-9]+(\.0+)?') THEN trim(n.original_name)
        ELSE o.name
    END AS name,
    coalesce(
        list_sort(list_filter(n.checklist_keys, lambda key: starts_with(key, $own_prefix)))[1],
        list_sort(list_filter(n.checklist_keys, lambda key: starts_with(key, 'gbif:')))[1]
    ) AS key
FROM shortlist_names AS n
LEFT JOIN settled AS o ON o.start = lower(trim(n.original_name))
WHERE len($lists::VARCHAR[]) = 0
    OR n.taxon_key IN (
        SELECT taxon_key
        FROM shortlist_entries
        WHERE list_contains($lists::VARCHAR[], list)
    );

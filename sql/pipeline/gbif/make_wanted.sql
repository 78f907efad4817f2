-- What each spelling of the lists is asked as: what it was overridden to in the end, unless that is a number of iNaturalist's. A
-- key of the checklist itself comes before one that GBIF can translate.
CREATE OR REPLACE TEMP TABLE gbif_wanted AS
SELECT DISTINCT
    n.taxon_key,
    CASE
        WHEN o.to_name IS NULL OR regexp_full_match(trim(o.to_name), '[0-9]+(\.0+)?') THEN trim(n.original_name)
        ELSE trim(o.to_name)
    END AS name,
    coalesce(
        list_sort(list_filter(n.checklist_keys, lambda key: starts_with(key, $own_prefix)))[1],
        list_sort(list_filter(n.checklist_keys, lambda key: starts_with(key, 'gbif:')))[1]
    ) AS key
FROM shortlist_names AS n
LEFT JOIN settled_overrides AS o ON lower(trim(o.from_name)) = lower(trim(n.original_name))
WHERE len($lists::VARCHAR[]) = 0
    OR n.taxon_key IN (
        SELECT taxon_key
        FROM shortlist_entries
        WHERE list_contains($lists::VARCHAR[], list)
    );

-- How many keys another list gives another name, and the first of them.
WITH differing AS (
    SELECT
        here.taxon_key,
        here.scientific_name,
        min({list: there.list, name: there.scientific_name}) AS other
    FROM shortlist_entries AS here
    JOIN shortlist_entries AS there ON there.taxon_key = here.taxon_key
    WHERE
        here.list = $list
        AND there.list <> $list
        AND lower(trim(there.scientific_name)) <> lower(trim(here.scientific_name))
    GROUP BY here.taxon_key, here.scientific_name
)
SELECT
    count(*) OVER () AS keys,
    taxon_key,
    scientific_name,
    other.list AS other_list,
    other.name AS other_name
FROM differing
ORDER BY taxon_key
LIMIT 1;

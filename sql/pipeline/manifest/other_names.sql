-- Lists that were not asked for, and what they call taxa that were.
SELECT
    m.taxon_key,
    m.scientific_name,
    e.list,
    e.scientific_name AS other_name
FROM manifest_shortlist AS m
JOIN shortlist_entries AS e ON e.taxon_key = m.taxon_key
WHERE
    len($lists::VARCHAR[]) > 0
    AND NOT list_contains($lists::VARCHAR[], e.list)
    AND lower(trim(m.scientific_name)) <> lower(trim(e.scientific_name));

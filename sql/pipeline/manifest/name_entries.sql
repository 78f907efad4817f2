-- An entry that its list knows by the key of a checklist only has the name of the taxon that the key led to.
UPDATE manifest_shortlist AS s SET scientific_name = m.matched_name
FROM (
    SELECT taxon_number, min(matched_name) AS matched_name
    FROM manifest_matched
    GROUP BY taxon_number
) AS m
WHERE
    m.taxon_number = s.taxon_number
    AND EXISTS (
        SELECT 1
        FROM shortlist_names AS n
        WHERE n.taxon_key = s.taxon_key AND list_contains(n.checklist_keys, s.scientific_name)
    );

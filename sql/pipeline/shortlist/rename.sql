-- A key that another list has too keeps the name that it has there.
UPDATE shortlist AS s SET scientific_name = e.scientific_name
FROM shortlist_entries AS e
WHERE
    e.list = $list
    AND e.taxon_key = s.taxon_key
    AND e.scientific_name <> s.scientific_name
    AND s.taxon_key NOT IN (SELECT taxon_key FROM shortlist_entries WHERE list <> $list);

-- A taxon keeps its name as long as some list gives it that.
UPDATE shortlist AS s SET scientific_name = e.scientific_name
FROM (
    SELECT
        taxon_key,
        coalesce(min(scientific_name) FILTER (WHERE list = $list), min_by(scientific_name, list)) AS scientific_name
    FROM shortlist_entries
    GROUP BY taxon_key
) AS e
WHERE
    e.taxon_key = s.taxon_key
    AND e.scientific_name <> s.scientific_name
    AND NOT EXISTS (
        SELECT 1
        FROM shortlist_entries AS kept
        WHERE kept.taxon_key = s.taxon_key AND kept.scientific_name = s.scientific_name
    );

-- A taxon keeps its name as long as some list gives it that.
UPDATE shortlist AS s SET scientific_name = e.scientific_name
FROM (
    SELECT
        taxon_key,
        coalesce(min(scientific_name) FILTER (WHERE list = $list), min_by(scientific_name, list)) AS scientific_name
    FROM shortlist_entries
    SEMI JOIN (
        SELECT taxon_key
        FROM shortlist
        ANTI JOIN shortlist_entries USING (taxon_key, scientific_name)
    ) AS lost USING (taxon_key)
    GROUP BY taxon_key
) AS e
WHERE e.taxon_key = s.taxon_key;

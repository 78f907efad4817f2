-- What a list that is loaded again changes; of spellings those that nobody had.
WITH before AS (
    SELECT taxon_key, scientific_name
    FROM shortlist_entries
    WHERE list = $list
)
SELECT
    count(*) FILTER (WHERE b.taxon_key IS NULL AND e.taxon_key NOT IN (SELECT taxon_key FROM shortlist)) AS new_taxa,
    count(*) FILTER (WHERE e.taxon_key IS NULL) AS gone,
    count(*) FILTER (WHERE e.name <> b.scientific_name) AS renamed,
    (
        SELECT count(*)
        FROM (
            SELECT taxon_key, source, original_name
            FROM staged_spellings
            EXCEPT
            SELECT taxon_key, source, original_name
            FROM shortlist_names
        )
    ) AS new_spellings
FROM staged_entries AS e
FULL JOIN before AS b ON b.taxon_key = e.taxon_key;

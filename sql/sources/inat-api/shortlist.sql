-- By their numbers where the list has some, or match has found them; else by their names.
WITH keys AS (
    SELECT taxon_key, unnest(checklist_keys) AS checklist_key
    FROM shortlist_names
),
numbered AS (
    SELECT taxon_key, try_cast(substr(checklist_key, 6) AS BIGINT) AS taxon_id
    FROM keys
    WHERE starts_with(checklist_key, 'inat:')
    UNION
    SELECT taxon_key, taxon_id
    FROM matches
    WHERE taxon_source IN ('inat-open-data', 'inat-api') AND status = 'matched'
)
SELECT
    dense_rank() OVER (ORDER BY s.taxon_key) AS line,
    s.scientific_name AS name,
    n.taxon_id
FROM shortlist AS s
LEFT JOIN (FROM numbered WHERE taxon_id IS NOT NULL) AS n ON n.taxon_key = s.taxon_key
ORDER BY line, n.taxon_id;

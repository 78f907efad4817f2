-- The first name of a key is its accepted name; a key that is there keeps the one it has.
SELECT
    taxon_key,
    min_by(name, line) AS name
FROM staged_names
WHERE taxon_key NOT IN (SELECT taxon_key FROM shortlist)
GROUP BY taxon_key
ORDER BY taxon_key
LIMIT $most;

INSERT INTO shortlist_names (taxon_key, source, original_name)
SELECT DISTINCT
    n.taxon_key,
    $source,
    n.name
FROM staged_names AS n
ANTI JOIN (
    SELECT
        taxon_key,
        original_name
    FROM shortlist_names
    WHERE source = $source
) AS known ON known.taxon_key = n.taxon_key AND known.original_name = n.name
ORDER BY n.taxon_key, n.name;

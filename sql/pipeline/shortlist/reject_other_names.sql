-- Without spellings a second name of a key would be lost.
INSERT INTO shortlist_rejects
SELECT
    $file,
    n.line,
    n.taxon_key || ': ' || n.name,
    'the key has another accepted name'
FROM staged_names AS n
JOIN shortlist AS s ON s.taxon_key = n.taxon_key
WHERE s.scientific_name <> n.name AND (n.source IS NULL OR n.spelling IS NOT NULL);

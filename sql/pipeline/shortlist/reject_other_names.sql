-- Without spellings a second name of a key would be lost.
INSERT INTO shortlist_rejects BY NAME
SELECT
    $file AS file,
    n.line,
    n.taxon_key || ': ' || n.name AS text,
    'the key has another accepted name' AS reason
FROM staged_names AS n
JOIN shortlist AS s ON s.taxon_key = n.taxon_key
WHERE s.scientific_name <> n.name AND (n.source IS NULL OR n.spelling IS NOT NULL);

INSERT INTO manifest_labels
SELECT
    $source_place,
    nullif(trim(({{label}})::VARCHAR, $blanks), '') AS label,
    c.taxon_id,
    min(c.taxon_key),
    min(c.scientific_name)
FROM (SELECT * FROM {{candidates}} WHERE {{where}}) AS c
GROUP BY ALL;

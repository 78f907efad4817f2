INSERT INTO manifest_labels BY NAME
SELECT
    $source_place AS source_place,
    nullif(trim(({{label}})::VARCHAR, $blanks), '') AS label,
    c.taxon_id,
    min(c.taxon_key) AS taxon_key,
    min(c.scientific_name) AS name
FROM (SELECT * FROM {{candidates}} WHERE {{where}}) AS c
GROUP BY ALL;

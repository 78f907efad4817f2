INSERT INTO manifest_shortlist BY NAME
SELECT
    $first + row_number() OVER () AS taxon_number,
    label AS taxon_key,
    label AS scientific_name,
    slug
FROM (
    SELECT
        unnest($labels::VARCHAR[]) AS label,
        unnest($slugs::VARCHAR[]) AS slug
);

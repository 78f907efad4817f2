INSERT INTO manifest_shortlist
SELECT
    $first + row_number() OVER (),
    label,
    label,
    slug
FROM (
    SELECT
        unnest($labels::VARCHAR[]) AS label,
        unnest($slugs::VARCHAR[]) AS slug
);

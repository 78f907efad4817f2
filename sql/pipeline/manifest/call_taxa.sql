UPDATE manifest_shortlist AS m SET slug = t.slug
FROM (
    SELECT
        unnest($numbers::INTEGER[]) AS taxon_number,
        unnest($slugs::VARCHAR[]) AS slug
) AS t
WHERE t.taxon_number = m.taxon_number;

-- Of one source. A photo of several observations of a taxon counts once, for the one with the best grade; of rows that differ
-- in something else only, the same is taken whatever their order. Narrow rows: there may be many.
INSERT INTO manifest_choice BY NAME
SELECT
    w.taxon_number,
    w.source_place,
    c.photo_id,
    c.taxon_id,
    c.observation_id,
    c.quality_grade,
    c.observed_on,
    c.license,
    c.observer_id,
    c.login,
    c.observer_name,
    c.width,
    c.height,
    c.extension,
    CASE $rank_by
        WHEN 'area' THEN c.width::BIGINT * c.height
        WHEN 'newest' THEN c.observed_on - DATE '1970-01-01'
        WHEN 'oldest' THEN DATE '1970-01-01' - c.observed_on
    END AS weight
FROM (SELECT * FROM {{candidates}} WHERE {{where}}) AS c
JOIN (FROM manifest_taxa WHERE source_place = $source_place) AS w ON {{is_of_taxon}}
WHERE
    ($ungraded OR list_contains($quality::VARCHAR[], c.quality_grade::VARCHAR))
    AND list_contains($licenses::VARCHAR[], c.license)
    AND c.kind = 'still_image'
    AND c.has_address
QUALIFY row_number() OVER (
    PARTITION BY w.taxon_number, c.photo_id
    ORDER BY
        c.quality_grade DESC,
        c.observation_id,
        c.taxon_id,
        c.observer_id,
        c.observer_name,
        c.login,
        c.observed_on,
        c.extension,
        c.width,
        c.height
) = 1;

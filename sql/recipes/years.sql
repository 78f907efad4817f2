-- @title   Photos by year of the observation and its quality grade
-- @doc     The photos that the manifest chose. Observations without a date have no year.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @param   taxon     text?   Only this taxon, by accepted name; left out = all
-- @tags    photos
-- @example
SELECT
    year(p.observed_on) AS year,
    p.quality_grade,
    count(*) AS photos,
    count(DISTINCT p.taxon_key) AS taxa
FROM manifest_photos AS p
WHERE p.manifest_id = manifest_number($manifest)
    AND ($taxon IS NULL OR p.scientific_name = $taxon)
GROUP BY year(p.observed_on), p.quality_grade
ORDER BY year(p.observed_on) NULLS LAST, p.quality_grade;

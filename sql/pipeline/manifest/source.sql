SELECT
    has_grades,
    url_template IS NULL AS has_own_texts
FROM sources
WHERE source = $source;

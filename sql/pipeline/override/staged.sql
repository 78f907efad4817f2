-- The last of several decisions about a spelling stands.
SELECT
    max(line) AS line,
    max_by(taxon_key, line) AS taxon_key,
    max_by(name, line) AS name
FROM staged_names
GROUP BY lower(trim(taxon_key))
ORDER BY line;

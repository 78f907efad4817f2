-- @title   Entries of the shortlist whose spellings reach several taxa
-- @doc     One row for each spelling and taxon. A key that stands on many names, or a synonym that the source holds
-- @doc     for another species. Mend the list or use 'override add'; 'manifest build --several-taxa' says what is meant.
-- @tags    names
-- @example
SELECT
    m.taxon_key,
    s.scientific_name,
    m.source,
    m.original_name,
    m.taxon_id,
    m.matched_name,
    m.taxon_source
FROM matches AS m
JOIN shortlist AS s ON s.taxon_key = m.taxon_key
WHERE m.status = 'matched'
WINDOW entry AS (PARTITION BY m.taxon_key, m.taxon_source)
QUALIFY min(m.taxon_id) OVER entry < max(m.taxon_id) OVER entry
ORDER BY m.taxon_key, m.taxon_source, m.taxon_id, m.source, m.original_name;

-- @title   Taxa that several entries of the shortlist reach
-- @doc     One row for each entry and spelling: the same species twice in a list, or two that the source takes for one.
-- @doc     'manifest build' wants --merge-shared or --keep-shared.
-- @tags    names
-- @example
SELECT
    m.taxon_id,
    m.matched_name,
    m.taxon_key,
    s.scientific_name,
    m.source,
    m.original_name,
    m.taxon_source
FROM matches AS m
JOIN shortlist AS s ON s.taxon_key = m.taxon_key
WHERE m.status = 'matched'
WINDOW taxon AS (PARTITION BY m.taxon_source, m.taxon_id)
QUALIFY min(m.taxon_key) OVER taxon < max(m.taxon_key) OVER taxon
ORDER BY m.matched_name, m.taxon_source, m.taxon_id, m.taxon_key, m.source, m.original_name;

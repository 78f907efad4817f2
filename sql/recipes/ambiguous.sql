-- @title   Spellings that fit several taxa, with the taxa
-- @doc     One row for each taxon that fits. Decide with 'override add', naming the number of the taxon, or match
-- @doc     again within a group of taxa.
-- @param   source  text?   Only spellings of this source; left out = all
-- @tags    names
-- @example
SELECT DISTINCT
    a.original_name,
    c.taxon_id,
    c.name,
    c.rank,
    c.active,
    (
        SELECT string_agg(t.name, ' > ' ORDER BY list_position(string_split(c.ancestry, '/'), t.taxon_id::VARCHAR))
        FROM taxa AS t
        WHERE t.source = c.taxon_source AND list_contains(string_split(c.ancestry, '/'), t.taxon_id::VARCHAR)
    ) AS ancestors,
    c.taxon_source
FROM matches AS a
JOIN match_candidates AS c ON c.original_name = a.original_name AND c.taxon_source = a.taxon_source
WHERE a.status = 'ambiguous'
    AND ($source IS NULL OR a.source = $source)
ORDER BY a.original_name, c.taxon_source, c.taxon_id;

-- @title   Spellings that no taxon fits
-- @doc     Where another spelling of the same taxon is matched, nothing is lost: rescued is then true. Mend the others
-- @doc     with 'override add FROM TO'.
-- @param   source  text?   Only spellings of this source; left out = all
-- @tags    names
-- @example
SELECT
    u.taxon_key,
    s.scientific_name,
    u.source,
    u.original_name,
    EXISTS (
        SELECT 1
        FROM matches AS m
        WHERE m.taxon_key = u.taxon_key AND m.status = 'matched'
    ) AS rescued
FROM matches AS u
LEFT JOIN shortlist AS s ON s.taxon_key = u.taxon_key
WHERE u.status = 'unmatched'
    AND ($source IS NULL OR u.source = $source)
ORDER BY rescued, s.scientific_name, u.source, u.original_name;

-- @title   Spellings that no taxon fits, and why
-- @doc     Where another spelling of the same taxon is matched, nothing is lost: rescued is then true. Mend the others
-- @doc     with 'override add FROM TO'. Odd characters are named by their code points: such as U+00AD, which nobody sees.
-- @param   source  text?   Only spellings of this source; left out = all
-- @tags    names
-- @example
SELECT
    u.original_name,
    u.reason,
    (
        SELECT string_agg(DISTINCT format('U+{:04X}', unicode(c)), ' ' ORDER BY format('U+{:04X}', unicode(c)))
        FROM (SELECT unnest(regexp_extract_all(u.original_name, '[^\x20-\x7E]')) AS c)
    ) AS odd_characters,
    EXISTS (
        SELECT 1
        FROM matches AS m
        WHERE m.taxon_key = u.taxon_key AND m.status = 'matched'
    ) AS rescued,
    u.source,
    u.taxon_key,
    s.scientific_name,
    u.taxon_source
FROM matches AS u
LEFT JOIN shortlist AS s ON s.taxon_key = u.taxon_key
WHERE u.status = 'unmatched'
    AND ($source IS NULL OR u.source = $source)
ORDER BY rescued, s.scientific_name, u.source, u.original_name, u.taxon_source;

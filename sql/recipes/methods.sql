-- @title   How spellings were matched, by source
-- @doc     Methods are explained in the page about names. Spellings of one source that end unmatched more often than
-- @doc     the others point at a column or encoding that is not what it seems.
-- @tags    names
-- @example
SELECT
    m.source,
    m.status,
    m.method,
    count(*) AS spellings,
    count(DISTINCT m.taxon_key) AS taxa,
    round(100 * count(*) / sum(count(*)) OVER (PARTITION BY m.source), 1) AS percent
FROM matches AS m
GROUP BY m.source, m.status, m.method
ORDER BY m.source, spellings DESC, m.status, m.method;

-- @title   Names of the shortlist that several taxa share
-- @doc     One row for each taxon of the name, whether the match could decide or not. 'match --within' tells homonyms
-- @doc     of two kingdoms apart.
-- @param   all  bool = false  Look at inactive taxa too
-- @tags    names
-- @example
WITH named AS (
    SELECT DISTINCT lower(trim(original_name)) AS folded
    FROM shortlist_names
), shared AS (
    SELECT t.source, lower(t.name) AS folded
    FROM taxa AS t
    SEMI JOIN named AS n ON n.folded = lower(t.name)
    WHERE t.active OR $all
    GROUP BY ALL
    HAVING count(*) > 1
)
SELECT
    t.name,
    t.taxon_id,
    t.rank,
    t.active,
    (
        SELECT string_agg(a.name, ' > ' ORDER BY list_position(string_split(t.ancestry, '/'), a.taxon_id::VARCHAR))
        FROM taxa AS a
        WHERE a.source = t.source AND list_contains(string_split(t.ancestry, '/'), a.taxon_id::VARCHAR)
    ) AS ancestors,
    t.source
FROM taxa AS t
SEMI JOIN shared AS s ON s.folded = lower(t.name) AND s.source = t.source
WHERE t.active OR $all
ORDER BY lower(t.name), t.source, t.taxon_id;

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
    SELECT lower(t.name) AS folded
    FROM inat_taxa AS t
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
        SELECT string_agg(a.name, ' > ' ORDER BY a.rank_level DESC)
        FROM inat_taxa AS a
        WHERE list_contains(string_split(t.ancestry, '/'), a.taxon_id::VARCHAR)
    ) AS ancestors
FROM inat_taxa AS t
SEMI JOIN shared AS s ON s.folded = lower(t.name)
WHERE t.active OR $all
ORDER BY lower(t.name), t.taxon_id;

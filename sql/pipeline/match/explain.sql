-- Of the taxa that a name would fit if less were asked for, the one that lacks least.
INSERT INTO match_reasons BY NAME
WITH sought AS (
    SELECT
        unnest($original_names::VARCHAR[]) AS original_name,
        unnest($canonical_names::VARCHAR[]) AS canonical_name,
        unnest($spelled_ranks::VARCHAR[]) AS spelled_rank
),
taxa AS (
    SELECT
        *,
        replace(canonical_name, '× ', '') AS plain_name,
        len($ranks::VARCHAR[]) = 0 OR list_contains($ranks::VARCHAR[], rank) AS rank_fits,
        $within::BIGINT IS NULL
            OR taxon_id = $within::BIGINT
            OR contains('/' || ancestry || '/', '/' || $within::BIGINT || '/') AS is_within
    FROM match_taxa
),
nearest AS (
    SELECT
        s.original_name,
        s.spelled_rank,
        t.* EXCLUDE (canonical_name, plain_name),
        t.canonical_name = s.canonical_name AS is_same
    FROM sought AS s
    JOIN taxa AS t ON t.plain_name = replace(s.canonical_name, '× ', '')
    QUALIFY row_number() OVER (
        PARTITION BY s.original_name
        ORDER BY is_same DESC, is_within DESC, t.active DESC NULLS LAST, rank_fits DESC, t.taxon_id
    ) = 1
),
kingdoms AS (
    SELECT taxon_id, name
    FROM match_taxa
    WHERE rank = 'kingdom' AND active
),
genera AS (
    SELECT DISTINCT lower(name) AS genus, name
    FROM match_taxa
    WHERE rank = 'genus' AND active
)
SELECT
    s.original_name,
    CASE
        WHEN n.original_name IS NULL AND g.name IS NOT NULL
            THEN 'no taxon is called so, but others of the genus ' || g.name || ' are there'
        WHEN n.original_name IS NULL AND NOT contains(s.canonical_name, ' ')
            THEN 'it is one word, as of a genus or a higher taxon, and none is called so'
        WHEN n.original_name IS NULL THEN 'no taxon is called so'
        WHEN NOT n.is_same AND n.rank_fits
            THEN format('it is written without the sign of {} (taxon {})', n.name, n.taxon_id)
        WHEN NOT n.is_same
            THEN format('it is a hybrid, {}, which --rank leaves out (taxon {})', n.name, n.taxon_id)
        WHEN n.spelled_rank NOT IN ('', n.rank)
            THEN format('it says {}, the taxon of that name is a {} (taxon {})', n.spelled_rank, n.rank, n.taxon_id)
        WHEN NOT n.is_within
            THEN format('it is in {}, which --within leaves out (taxon {})', coalesce(k.name, 'another group'), n.taxon_id)
        WHEN NOT n.rank_fits
            THEN format('it is a {}, which --rank leaves out (taxon {})', n.rank, n.taxon_id)
        WHEN NOT (coalesce(n.active, false) OR $include_inactive)
            THEN format('it has been retired (taxon {}); --include-inactive takes it', n.taxon_id)
        ELSE format('it fits {} without authorship, which --exact leaves out (taxon {})', n.name, n.taxon_id)
    END AS reason
FROM sought AS s
LEFT JOIN nearest AS n ON n.original_name = s.original_name
LEFT JOIN kingdoms AS k ON contains('/' || n.ancestry || '/', '/' || k.taxon_id || '/')
LEFT JOIN genera AS g
    ON g.genus = split_part(s.canonical_name, ' ', 1) AND contains(s.canonical_name, ' ')
QUALIFY row_number() OVER (PARTITION BY s.original_name ORDER BY k.taxon_id, g.name) = 1;

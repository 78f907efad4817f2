INSERT INTO match_fits BY NAME
WITH sought AS (
    SELECT
        unnest($original_names::VARCHAR[]) AS original_name,
        unnest($canonical_names::VARCHAR[]) AS canonical_name,
        unnest($spelled_ranks::VARCHAR[]) AS spelled_rank
)
SELECT DISTINCT
    s.original_name,
    CASE WHEN m.overridden THEN 'override' ELSE 'canonical' END AS method,
    t.taxon_id,
    t.name,
    t.rank,
    t.active,
    t.ancestry
FROM sought AS s
JOIN match_spellings AS m ON m.original_name = s.original_name
JOIN match_taxa AS t ON t.canonical_name = s.canonical_name
WHERE
    (s.spelled_rank = '' OR s.spelled_rank = t.rank)
    AND (t.active OR $include_inactive)
    AND (len($ranks::VARCHAR[]) = 0 OR list_contains($ranks::VARCHAR[], t.rank))
    AND (
        $within::BIGINT IS NULL
        OR t.taxon_id = $within::BIGINT
        OR contains('/' || t.ancestry || '/', '/' || $within::BIGINT || '/')
    );

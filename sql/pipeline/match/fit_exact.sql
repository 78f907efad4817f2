INSERT INTO match_fits BY NAME
SELECT DISTINCT
    s.original_name,
    CASE WHEN s.overridden THEN 'override' ELSE 'exact' END AS method,
    t.taxon_id,
    t.name,
    t.rank,
    t.active,
    t.ancestry
FROM match_spellings AS s
JOIN match_taxa AS t ON lower(trim(t.name)) = lower(trim(s.sought_name))
WHERE
    s.sought_taxon IS NULL
    AND (t.active OR $include_inactive)
    AND (len($ranks::VARCHAR[]) = 0 OR list_contains($ranks::VARCHAR[], t.rank))
    AND (
        $within::BIGINT IS NULL
        OR t.taxon_id = $within::BIGINT
        OR contains('/' || t.ancestry || '/', '/' || $within::BIGINT || '/')
    );

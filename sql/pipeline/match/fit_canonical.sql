-- iNaturalist writes names without authorship and rank words; only the hybrid sign and accents
-- have to be brought to the canonical form.
INSERT INTO match_fits
WITH sought AS (
    SELECT
        unnest($original_names::VARCHAR[]) AS original_name,
        unnest($canonical_names::VARCHAR[]) AS canonical_name,
        unnest($spelled_ranks::VARCHAR[]) AS spelled_rank
),
taxa AS (
    SELECT
        *,
        CASE
            WHEN contains(name, '×')
                THEN trim(regexp_replace(replace(lower(name), '×', ' × '), '\s+', ' ', 'g'))
            ELSE strip_accents(lower(trim(name)))
        END AS canonical_name
    FROM inat_taxa
    WHERE
        (active OR $include_inactive)
        AND (len($ranks::VARCHAR[]) = 0 OR list_contains($ranks::VARCHAR[], rank))
        AND (
            $within::INTEGER IS NULL
            OR taxon_id = $within::INTEGER
            OR contains('/' || ancestry || '/', '/' || $within::INTEGER || '/')
        )
)
SELECT DISTINCT
    s.original_name,
    CASE WHEN m.overridden THEN 'override' ELSE 'canonical' END,
    t.taxon_id,
    t.name,
    t.rank,
    t.active,
    t.ancestry
FROM sought AS s
JOIN match_spellings AS m ON m.original_name = s.original_name
JOIN taxa AS t ON t.canonical_name = s.canonical_name
WHERE s.spelled_rank = '' OR s.spelled_rank = t.rank;

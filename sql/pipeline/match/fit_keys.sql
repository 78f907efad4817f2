-- The taxa that keys of checklists lead to, and what keeps others from counting. A spelling that a person has decided is not
-- asked for its keys. Of labels and taxa without a rank nobody knows whether it is the one that was asked for.
CREATE OR REPLACE TEMP TABLE match_key_fits AS
WITH listed AS (
    SELECT DISTINCT
        n.taxon_key,
        n.source,
        n.original_name,
        unnest(n.checklist_keys) AS checklist_key
    FROM shortlist_names AS n
    SEMI JOIN shortlist AS s ON s.taxon_key = n.taxon_key
    ANTI JOIN (FROM match_spellings WHERE overridden) AS o ON o.original_name = n.original_name
),
keyed AS (
    SELECT
        unnest(checklist_keys) AS checklist_key,
        taxon_id
    FROM match_taxa
    WHERE checklist_keys IS NOT NULL
),
kingdoms AS (
    SELECT taxon_id, name
    FROM match_taxa
    WHERE rank = 'kingdom' AND active
)
SELECT
    l.taxon_key,
    l.source,
    l.original_name,
    l.checklist_key,
    t.taxon_id,
    t.name,
    t.rank,
    t.active,
    t.ancestry,
    CASE
        WHEN t.taxon_id IS NULL
            AND split_part(l.checklist_key, ':', 1) IN (SELECT split_part(checklist_key, ':', 1) FROM keyed)
            THEN format('no taxon has its key {}', l.checklist_key)
        -- A source that knows nothing of the checklist is silent, unless there is no name to go by.
        WHEN t.taxon_id IS NULL AND l.original_name = l.checklist_key
            THEN format('no taxon has a key of {}', split_part(l.checklist_key, ':', 1))
        WHEN t.taxon_id IS NULL THEN ''
        WHEN $within::BIGINT IS NOT NULL
            AND t.taxon_id <> $within::BIGINT
            AND NOT contains('/' || coalesce(t.ancestry, '') || '/', '/' || $within::BIGINT || '/')
            THEN format(
                'its key {} is in {}, which --within leaves out',
                l.checklist_key,
                coalesce(
                    (
                        SELECT min(k.name)
                        FROM kingdoms AS k
                        WHERE contains('/' || t.ancestry || '/', '/' || k.taxon_id || '/')
                    ),
                    'another group'
                )
            )
        WHEN len($ranks::VARCHAR[]) > 0
            AND coalesce(t.rank, 'label') <> 'label'
            AND NOT list_contains($ranks::VARCHAR[], t.rank)
            THEN format('its key {} is of a {}, which --rank leaves out', l.checklist_key, t.rank)
        WHEN NOT (coalesce(t.active, false) OR $include_inactive)
            THEN format('its key {} is of a taxon that has been retired; --include-inactive takes it', l.checklist_key)
    END AS obstacle
FROM listed AS l
LEFT JOIN keyed AS k ON k.checklist_key = l.checklist_key
LEFT JOIN match_taxa AS t ON t.taxon_id = k.taxon_id;

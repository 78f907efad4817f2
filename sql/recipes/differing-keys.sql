-- @title   Spellings whose name and key of a checklist do not agree
-- @doc     Matched by key where the method is key: its name then fits another taxon, or none. Else the key led nowhere, and
-- @doc     the name counted. 'override add' decides, and so does 'match --names-only' for all.
-- @tags    names
-- @example
SELECT
    m.original_name,
    m.method,
    m.matched_name,
    m.taxon_id,
    m.reason,
    (
        SELECT string_agg(DISTINCT key, ', ' ORDER BY key)
        FROM (
            SELECT unnest(n.checklist_keys) AS key
            FROM shortlist_names AS n
            WHERE n.taxon_key = m.taxon_key AND n.source = m.source AND n.original_name = m.original_name
        )
    ) AS checklist_keys,
    m.source,
    m.taxon_key,
    m.taxon_source
FROM matches AS m
WHERE m.status <> 'unmatched' AND m.reason IS NOT NULL
ORDER BY m.original_name, m.taxon_key, m.source, m.taxon_source;

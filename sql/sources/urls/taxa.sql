SELECT
    'urls' AS source,
    taxon_id,
    min(label) AS taxon_key,
    min(name) AS name,
    any_value(canonical_name) AS canonical_name,
    any_value(rank) AS rank,
    NULL::VARCHAR AS ancestry,
    NULL::VARCHAR AS classification,
    true AS active,
    nullif(list_sort(list_distinct(list(checklist_key))), []) AS checklist_keys
FROM urls_taxa
GROUP BY taxon_id;

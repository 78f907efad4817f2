SELECT
    'dwca' AS source,
    taxon_id,
    taxon_key,
    name,
    canonical_name,
    rank,
    ancestry,
    classification,
    true AS active,
    checklist_keys
FROM dwca_taxa;

-- The same taxon may be in several snapshots, of which the newest knows best.
SELECT
    'inat-api' AS source,
    taxon_id,
    taxon_id::VARCHAR AS taxon_key,
    name,
    CASE
        WHEN contains(name, '×')
            THEN trim(regexp_replace(replace(lower(name), '×', ' × '), '\s+', ' ', 'g'))
        ELSE strip_accents(lower(trim(name)))
    END AS canonical_name,
    rank,
    ancestry,
    NULL::VARCHAR AS classification,
    active,
    ['inat:' || taxon_id] AS checklist_keys
FROM inat_api_taxa
QUALIFY row_number() OVER (PARTITION BY taxon_id ORDER BY snapshot_id DESC) = 1;

-- iNaturalist writes names without authorship and rank words; only the hybrid sign and accents have to be brought to the
-- canonical form.
SELECT
    'inat-open-data' AS source,
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
FROM inat_taxa;

-- iNaturalist writes names without authorship and rank words; only the hybrid sign and accents
-- have to be brought to the canonical form.
CREATE OR REPLACE TEMP VIEW match_taxa AS
SELECT
    taxon_id,
    name,
    rank,
    active,
    ancestry,
    CASE
        WHEN contains(name, '×')
            THEN trim(regexp_replace(replace(lower(name), '×', ' × '), '\s+', ' ', 'g'))
        ELSE strip_accents(lower(trim(name)))
    END AS canonical_name
FROM settled_taxa;

-- A person has decided: neither rank nor ancestor nor retirement is asked.
CREATE OR REPLACE TEMP TABLE match_fits AS
SELECT DISTINCT
    s.original_name,
    'override' AS method,
    t.taxon_id,
    t.name,
    t.rank,
    t.active,
    t.ancestry
FROM match_spellings AS s
JOIN match_taxa AS t ON t.taxon_id = s.sought_taxon;

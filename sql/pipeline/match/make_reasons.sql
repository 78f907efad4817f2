CREATE OR REPLACE TEMP TABLE match_reasons AS
SELECT
    unnest($original_names::VARCHAR[]) AS original_name,
    unnest($reasons::VARCHAR[]) AS reason
UNION ALL
SELECT
    original_name,
    'its override leads to ' || sought_taxon || ', which no taxon is'
FROM match_spellings
ANTI JOIN match_fits USING (original_name)
WHERE sought_taxon IS NOT NULL;

SELECT
    original_name,
    sought_name
FROM match_spellings
ANTI JOIN match_fits USING (original_name)
WHERE sought_taxon IS NULL;

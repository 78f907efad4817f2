SELECT
    taxon_key,
    name
FROM staged_taxa
WHERE number > $after AND number <= $after + $most
ORDER BY number;

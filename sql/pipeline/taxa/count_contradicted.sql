SELECT count(DISTINCT taxon_id) AS taxa
FROM overruled_taxa
WHERE is_contradicted;

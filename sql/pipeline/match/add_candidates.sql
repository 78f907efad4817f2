INSERT INTO match_candidates BY NAME
SELECT
    original_name,
    $taxon_source AS taxon_source,
    taxon_id,
    name,
    rank,
    active,
    ancestry
FROM match_fits
WHERE original_name IN (SELECT original_name FROM matches WHERE status = 'ambiguous' AND method <> 'key' AND taxon_source = $taxon_source)
ORDER BY original_name, taxon_id;

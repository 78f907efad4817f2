INSERT INTO match_candidates
SELECT
    original_name,
    taxon_id,
    name,
    rank,
    active,
    ancestry
FROM match_fits
WHERE original_name IN (SELECT original_name FROM matches WHERE status = 'ambiguous')
ORDER BY original_name, taxon_id;

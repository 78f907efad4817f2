-- Names that their source has retired do not compete with those in use.
SELECT
    taxon_id,
    name,
    rank
FROM match_taxa
WHERE taxon_id = $number::BIGINT OR lower(trim(name)) = lower(trim($name))
QUALIFY coalesce(active, false) OR NOT bool_or(coalesce(active, false)) OVER ()
ORDER BY taxon_id;

-- Names that iNaturalist has retired do not compete with those in use.
SELECT
    taxon_id,
    name,
    rank
FROM settled_taxa
WHERE taxon_id = $number OR lower(trim(name)) = lower(trim($name))
QUALIFY coalesce(active, false) OR NOT bool_or(coalesce(active, false)) OVER ()
ORDER BY taxon_id;

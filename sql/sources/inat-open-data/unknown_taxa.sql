SELECT count(*) AS observations
FROM inat_observations AS o
ANTI JOIN inat_taxa AS t ON t.taxon_id = o.taxon_id
WHERE o.taxon_id IS NOT NULL;

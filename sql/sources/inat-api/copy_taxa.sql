-- Those that are needed and known already: of observations, of species, and of what is above the taxa that are there.
INSERT INTO inat_api_taxa BY NAME
SELECT
    $snapshot_id AS snapshot_id,
    t.* EXCLUDE (snapshot_id)
FROM inat_api_taxa AS t
SEMI JOIN (
    SELECT taxon_id FROM inat_api_observations WHERE snapshot_id = $snapshot_id
    UNION
    SELECT asked_taxon_id FROM inat_api_species WHERE snapshot_id = $snapshot_id
    UNION
    SELECT unnest(string_split(ancestry, '/'))::BIGINT FROM inat_api_taxa WHERE snapshot_id = $snapshot_id
) AS needed ON needed.taxon_id = t.taxon_id
ANTI JOIN (FROM inat_api_taxa WHERE snapshot_id = $snapshot_id) AS there ON there.taxon_id = t.taxon_id
QUALIFY row_number() OVER (PARTITION BY t.taxon_id ORDER BY t.snapshot_id DESC) = 1;

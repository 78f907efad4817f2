-- What iNaturalist's names stand for, as far as the catalogue knows.
SELECT DISTINCT canonical_name, taxon_id, rank
FROM (
    SELECT canonical_name, taxon_id, rank, active FROM taxa_inat_open_data
    UNION ALL
    SELECT canonical_name, taxon_id, rank, active FROM taxa_inat_api
)
WHERE active AND list_contains($names::VARCHAR[], canonical_name);

SELECT
    p.snapshot_id,
    p.asked_taxon_id,
    p.question,
    p.start_id,
    p.last_id,
    p.observations,
    p.left_out
FROM inat_api_species AS p
WHERE p.snapshot_id = (
    SELECT max(snapshot_id)
    FROM snapshots
    WHERE source = 'inat-api' AND name = $name
);

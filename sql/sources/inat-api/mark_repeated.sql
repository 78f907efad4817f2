UPDATE inat_api_observations AS o
SET is_repeated = (o.asked_taxon_id <> f.first_taxon_id)
FROM (
    SELECT observation_id, min(asked_taxon_id) AS first_taxon_id
    FROM inat_api_observations
    WHERE snapshot_id = $snapshot_id
    GROUP BY observation_id
) AS f
WHERE
    o.snapshot_id = $snapshot_id
    AND o.observation_id = f.observation_id
    AND o.is_repeated <> (o.asked_taxon_id <> f.first_taxon_id);

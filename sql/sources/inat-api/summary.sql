SELECT
    (SELECT count(*) FROM inat_api_species WHERE snapshot_id = $snapshot_id) AS species,
    (SELECT count(DISTINCT observation_id) FROM inat_api_observations WHERE snapshot_id = $snapshot_id) AS observations,
    (SELECT count(DISTINCT photo_id) FROM inat_api_photos WHERE snapshot_id = $snapshot_id) AS photos,
    (
        SELECT count(DISTINCT p.photo_id)
        FROM inat_api_photos AS p
        JOIN licenses AS l ON l.license = p.license
        WHERE p.snapshot_id = $snapshot_id AND l.is_open
    ) AS open_photos,
    (SELECT coalesce(sum(left_out), 0)::BIGINT FROM inat_api_species WHERE snapshot_id = $snapshot_id) AS left_out;

INSERT INTO inat_api_observations BY NAME
SELECT
    $snapshot_id AS snapshot_id,
    c.* EXCLUDE (observation_uuid, quality_grade),
    c.observation_uuid::UUID AS observation_uuid,
    c.quality_grade::quality_grade AS quality_grade,
    false AS is_repeated
FROM inat_api_came AS c;

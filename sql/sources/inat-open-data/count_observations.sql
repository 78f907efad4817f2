SELECT count(*) AS observations
FROM inat_observations;

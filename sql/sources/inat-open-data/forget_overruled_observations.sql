DROP TABLE overruled_observations;

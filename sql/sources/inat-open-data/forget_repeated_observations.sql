DROP TABLE repeated_observations;

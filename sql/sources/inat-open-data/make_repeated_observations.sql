CREATE OR REPLACE TEMP TABLE repeated_observations (observation_uuid UUID NOT NULL);

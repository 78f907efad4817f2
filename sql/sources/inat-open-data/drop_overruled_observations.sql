DELETE FROM inat_observations
WHERE rowid IN (SELECT row FROM overruled_observations);

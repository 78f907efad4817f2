SELECT count(DISTINCT photo_id >> 16) * (count(DISTINCT license) + 1) AS sets
FROM inat_photos;

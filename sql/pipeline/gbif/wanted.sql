SELECT count(*) AS names
FROM gbif_wanted;

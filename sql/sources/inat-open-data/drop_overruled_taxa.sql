DELETE FROM inat_taxa
WHERE rowid IN (SELECT row FROM overruled_taxa);

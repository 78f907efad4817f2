DROP TABLE IF EXISTS temp.staged_taxa;

DROP TABLE overruled_taxa;

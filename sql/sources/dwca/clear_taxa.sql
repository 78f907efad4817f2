DELETE FROM dwca_taxa;

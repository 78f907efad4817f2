DELETE FROM dwca_names;

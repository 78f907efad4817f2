DROP TABLE dwca_repeated_keys;

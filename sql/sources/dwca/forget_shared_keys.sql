DROP TABLE dwca_shared_keys;

DROP TABLE IF EXISTS gbif_wanted;

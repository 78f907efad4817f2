DROP TABLE IF EXISTS gbif_answers;

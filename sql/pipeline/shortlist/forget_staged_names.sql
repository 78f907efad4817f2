DROP TABLE IF EXISTS temp.staged_names;

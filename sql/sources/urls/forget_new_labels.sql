DROP TABLE IF EXISTS urls_new_labels;

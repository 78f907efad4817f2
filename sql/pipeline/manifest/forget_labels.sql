DROP TABLE IF EXISTS temp.manifest_labels;

SELECT DISTINCT label
FROM manifest_labels;

SELECT count(DISTINCT label) AS labels
FROM manifest_labels;

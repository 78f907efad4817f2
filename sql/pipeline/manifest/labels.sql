SELECT DISTINCT label
FROM manifest_labels
ORDER BY label;

SELECT DISTINCT label
FROM manifest_labels
WHERE label IS NOT NULL;

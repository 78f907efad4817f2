CREATE OR REPLACE TEMP TABLE urls_new_labels AS
SELECT
    label,
    min(label_checklist) AS label_checklist,
    row_number() OVER (ORDER BY label) AS number
FROM urls_photos
WHERE label IS NOT NULL AND label NOT IN (SELECT label FROM urls_taxa)
GROUP BY label
ORDER BY number;

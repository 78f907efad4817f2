-- A longer text is no label that anybody would match or call a folder.
CREATE OR REPLACE TEMP TABLE urls_new_labels AS
SELECT
    label,
    min(label_checklist) AS label_checklist,
    row_number() OVER (ORDER BY label) AS number
FROM urls_photos
WHERE strlen(label) <= 10000 AND label NOT IN (SELECT label FROM urls_taxa)
GROUP BY label
ORDER BY number;

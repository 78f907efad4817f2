CREATE OR REPLACE TEMP TABLE urls_new_labels AS
SELECT
    label,
    row_number() OVER (ORDER BY label) AS number
FROM (SELECT DISTINCT label FROM urls_photos WHERE label IS NOT NULL)
WHERE label NOT IN (SELECT label FROM urls_taxa)
ORDER BY number;

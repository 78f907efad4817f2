-- Those that no list has any more.
DELETE FROM urls_taxa
WHERE label NOT IN (SELECT label FROM urls_photos WHERE label IS NOT NULL);

SELECT DISTINCT license_text AS text
FROM urls_photos
WHERE license_text IS NOT NULL AND license_text NOT IN (SELECT text FROM license_texts);

-- Longer texts count as unknown.
SELECT DISTINCT license_text AS text
FROM urls_photos
WHERE strlen(license_text) <= 10000 AND license_text NOT IN (SELECT text FROM license_texts);

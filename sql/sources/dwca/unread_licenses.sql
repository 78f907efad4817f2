-- Nobody says so much of a licence; a text of a million characters that nobody reads counts as unknown.
SELECT text
FROM (
    SELECT license_text AS text
    FROM dwca_media
    UNION
    SELECT record_license
    FROM dwca_records
)
WHERE strlen(text) <= 10000 AND text NOT IN (SELECT text FROM license_texts);

SELECT text
FROM (
    SELECT license_text AS text
    FROM dwca_media
    UNION
    SELECT record_license
    FROM dwca_records
)
WHERE text IS NOT NULL AND text NOT IN (SELECT text FROM license_texts);

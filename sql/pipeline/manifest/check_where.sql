SELECT photo_id
FROM {{candidates}}
WHERE {{where}}
LIMIT 0;

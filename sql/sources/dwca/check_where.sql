SELECT core_id
FROM dwca_records
WHERE {{where}}
LIMIT 0;

SELECT {{columns}}
FROM {{table}}
WHERE {{where}}
LIMIT 0;

-- Views have no order of their own.
SELECT {{columns}}
FROM {{table}}
WHERE {{where}}
ORDER BY ALL;

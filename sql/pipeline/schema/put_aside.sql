CREATE TEMP TABLE {{aside}} AS
SELECT {{columns}}
FROM {{table}}
ORDER BY rowid;

CREATE TABLE {{table}} AS
SELECT *
FROM damaged.{{table}}
ORDER BY rowid;

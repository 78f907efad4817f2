INSERT INTO {{table}} BY NAME
SELECT {{columns}}
FROM {{aside}}
ORDER BY rowid;

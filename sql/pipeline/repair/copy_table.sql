INSERT INTO {{table}} BY NAME
SELECT * FROM damaged.main.{{table}};

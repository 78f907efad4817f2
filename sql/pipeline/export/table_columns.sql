SELECT * FROM {{table}} LIMIT 0;

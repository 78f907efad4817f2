SELECT {{label}}
FROM {{candidates}} AS c
LIMIT 0;

DELETE FROM {{table}};

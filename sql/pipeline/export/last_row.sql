SELECT coalesce(max(rowid), -1) AS last
FROM {{table}};

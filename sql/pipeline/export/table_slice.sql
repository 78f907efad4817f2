-- In the order in which rows came in; a slice at a time, for the reason that attribution.sql gives.
SELECT {{columns}}
FROM {{table}}
WHERE rowid BETWEEN $first AND $last AND {{where}}
ORDER BY rowid;

SELECT count(*) AS rows
FROM urls_rows;

SELECT count(*) AS files
FROM suspects;

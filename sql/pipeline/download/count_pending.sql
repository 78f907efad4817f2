SELECT count(*) AS files
FROM download_pending;

SELECT download_key
FROM gbif_downloads
WHERE status IN ('PREPARING', 'RUNNING', 'SUSPENDED')
ORDER BY requested_at, download_key;

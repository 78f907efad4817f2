UPDATE gbif_downloads
SET
    fetched_at = $fetched_at,
    loaded_records = $loaded_records
WHERE download_key = $download_key;

UPDATE gbif_downloads
SET
    status = 'UNKNOWN',
    seen_at = $seen_at
WHERE download_key = $download_key;

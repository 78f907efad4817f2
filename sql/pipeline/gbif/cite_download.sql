UPDATE gbif_downloads
SET citation = $citation
WHERE download_key = $download_key;

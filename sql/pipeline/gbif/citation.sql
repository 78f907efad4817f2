SELECT citation
FROM gbif_downloads
WHERE download_key = $download_key AND citation IS NOT NULL;

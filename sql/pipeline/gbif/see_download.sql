-- What was asked for stays as it was asked: GBIF tells it in other words.
UPDATE gbif_downloads
SET
    status = $status,
    doi = coalesce($doi, doi),
    license = coalesce($license, license),
    link = $link,
    size_bytes = $size_bytes,
    total_records = $total_records,
    datasets = $datasets,
    created_at = $created_at,
    modified_at = $modified_at,
    erase_after = $erase_after,
    seen_at = $seen_at
WHERE download_key = $download_key;

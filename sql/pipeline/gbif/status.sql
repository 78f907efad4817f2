SELECT
    download_key,
    status,
    format,
    total_records,
    size_bytes,
    'https://doi.org/' || doi AS doi,
    asked_for,
    requested_at,
    modified_at,
    fetched_at
FROM gbif_downloads
WHERE len($keys::VARCHAR[]) = 0 OR list_contains($keys::VARCHAR[], download_key)
ORDER BY coalesce(requested_at, created_at, seen_at) DESC, download_key;

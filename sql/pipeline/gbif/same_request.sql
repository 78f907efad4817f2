-- Those whose file is there, or will be; the newest first.
SELECT download_key
FROM gbif_downloads
WHERE predicate = $predicate
    AND format = $format
    AND checklist_key = $checklist_key
    AND requested_at IS NOT NULL
    AND status IN ('PREPARING', 'RUNNING', 'SUSPENDED', 'SUCCEEDED')
ORDER BY requested_at DESC;

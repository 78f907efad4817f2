-- One that another program has asked for.
INSERT INTO gbif_downloads BY NAME
SELECT
    $download_key AS download_key,
    $status AS status,
    $format AS format,
    $predicate AS predicate,
    $checklist_key AS checklist_key,
    $seen_at AS seen_at
WHERE $download_key NOT IN (SELECT download_key FROM gbif_downloads);

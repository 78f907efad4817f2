INSERT INTO gbif_downloads BY NAME
SELECT
    $download_key AS download_key,
    'PREPARING' AS status,
    $format AS format,
    $predicate AS predicate,
    $checklist_key AS checklist_key,
    $checklist_release AS checklist_release,
    $asked_for AS asked_for,
    $requested_by AS requested_by,
    $requested_at AS requested_at,
    $requested_at AS seen_at;

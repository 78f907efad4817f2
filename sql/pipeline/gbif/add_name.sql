INSERT INTO gbif_names BY NAME
SELECT
    $checklist_key AS checklist_key,
    $checklist_release AS checklist_release,
    $original_name AS original_name,
    $verdict AS verdict,
    $usage_key AS usage_key,
    $usage_name AS usage_name,
    $rank AS rank,
    $usage_status AS usage_status,
    $accepted_key AS accepted_key,
    $accepted_name AS accepted_name,
    $classification AS classification,
    $match_type AS match_type,
    $confidence AS confidence,
    $reason AS reason,
    $asked_at AS asked_at;

UPDATE {{table}}
SET snapshot_id = $snapshot_id
WHERE snapshot_id = $previous_id AND list_contains($taxa::BIGINT[], asked_taxon_id);

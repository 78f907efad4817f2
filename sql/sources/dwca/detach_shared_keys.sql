UPDATE dwca_records
SET core_id = NULL
WHERE snapshot_id = $snapshot_id AND record_type <> 'event' AND core_id IN (FROM dwca_shared_keys);

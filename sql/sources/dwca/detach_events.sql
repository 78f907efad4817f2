-- Media of an event are of the occurrence there, where all that there are name one taxon.
UPDATE dwca_records
SET core_id = NULL
WHERE
    snapshot_id = $snapshot_id
    AND record_type = 'event'
    AND core_id IN (
        SELECT core_id
        FROM dwca_records
        WHERE snapshot_id = $snapshot_id AND record_type <> 'event'
    );

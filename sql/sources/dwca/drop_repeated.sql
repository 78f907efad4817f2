-- Records that are there once more, cell for cell. An identifier belongs to one row of the core; of other records, such as the
-- occurrences of an event, their own does. Without one, two that look alike may be two.
DELETE FROM dwca_records
WHERE rowid IN (
    SELECT record
    FROM (
        SELECT
            rowid AS record,
            CASE WHEN record_type = $core_type THEN core_id ELSE coalesce(occurrenceID, gbifID) END AS id,
            row_number() OVER (PARTITION BY core_id, id, hash(r) ORDER BY rowid) AS place
        FROM dwca_records AS r
        WHERE
            snapshot_id = $snapshot_id
            AND record_type <> 'event'
            AND hash(core_id) IN (SELECT key_hash FROM dwca_repeated_keys)
    )
    WHERE place > 1 AND id IS NOT NULL
);

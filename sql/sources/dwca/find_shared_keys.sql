-- Keys that records of several taxa have: of which their media are, nobody knows.
CREATE OR REPLACE TEMP TABLE dwca_shared_keys AS
SELECT core_id
FROM dwca_records
WHERE
    snapshot_id = $snapshot_id
    AND record_type <> 'event'
    AND hash(core_id) IN (SELECT key_hash FROM dwca_repeated_keys WHERE has_several_taxa)
GROUP BY core_id
HAVING min(name_id) < max(name_id);

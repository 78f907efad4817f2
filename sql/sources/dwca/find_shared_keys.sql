-- Keys that records of several taxa have: of which their media are, nobody knows. Numbers are compared first, which is quicker.
CREATE OR REPLACE TEMP TABLE dwca_shared_keys AS
WITH suspected AS (
    SELECT hash(core_id) AS key_hash
    FROM dwca_records
    WHERE snapshot_id = $snapshot_id AND record_type <> 'event'
    GROUP BY key_hash
    HAVING min(name_id) < max(name_id)
)
SELECT core_id
FROM dwca_records
WHERE snapshot_id = $snapshot_id AND record_type <> 'event' AND hash(core_id) IN (FROM suspected)
GROUP BY core_id
HAVING min(name_id) < max(name_id);

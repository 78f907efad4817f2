-- Keys that several records have. Numbers are compared, which is quicker.
CREATE OR REPLACE TEMP TABLE dwca_repeated_keys AS
SELECT
    hash(core_id) AS key_hash,
    min(name_id) < max(name_id) AS has_several_taxa
FROM dwca_records
WHERE snapshot_id = $snapshot_id AND record_type <> 'event' AND core_id IS NOT NULL
GROUP BY key_hash
HAVING count(*) > 1;

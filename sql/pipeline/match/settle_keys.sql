-- What the keys of each spelling come to.
CREATE OR REPLACE TEMP TABLE match_keyed AS
SELECT
    taxon_key,
    source,
    original_name,
    bool_or(checklist_key = original_name) AS is_nameless,
    count(DISTINCT taxon_id) FILTER (WHERE obstacle IS NULL) AS candidates,
    min(taxon_id) FILTER (WHERE obstacle IS NULL) AS taxon_id,
    min(name) FILTER (WHERE obstacle IS NULL) AS name,
    string_agg(nullif(obstacle, ''), '; ' ORDER BY checklist_key) AS doubt
FROM match_key_fits
GROUP BY taxon_key, source, original_name;

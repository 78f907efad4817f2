-- As if each label had been matched with its taxa.
CREATE OR REPLACE TEMP TABLE manifest_matched AS
SELECT
    s.taxon_number,
    l.source,
    l.taxon_id,
    l.name AS matched_name,
    {source: l.source, original_name: l.name} AS spelling
FROM manifest_labels AS l
JOIN manifest_shortlist AS s ON s.taxon_key = l.label;

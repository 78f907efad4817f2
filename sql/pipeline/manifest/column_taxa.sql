-- As if each label had taxa of its own. What has no label is chosen too, under the number 0, so that it can be told.
CREATE OR REPLACE TEMP TABLE manifest_taxa AS
SELECT
    coalesce(s.taxon_number, 0) AS taxon_number,
    l.source_place,
    l.taxon_id,
    l.taxon_key,
    l.label,
    list_extract($sources::VARCHAR[], l.source_place) AS name_source,
    coalesce(l.name, l.label) AS original_name
FROM manifest_labels AS l
LEFT JOIN manifest_shortlist AS s ON s.taxon_key = l.label;

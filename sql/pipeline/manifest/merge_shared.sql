-- The entry that is called like the taxon has it, else the first by key.
CREATE OR REPLACE TEMP TABLE manifest_matched AS
SELECT m.*
FROM manifest_matched AS m
JOIN manifest_shortlist AS s ON s.taxon_number = m.taxon_number
QUALIFY row_number() OVER (
    PARTITION BY m.source, m.taxon_id
    ORDER BY lower(trim(s.scientific_name)) = lower(trim(m.matched_name)) DESC, m.taxon_number
) = 1;

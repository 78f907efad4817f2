-- A key that is there keeps the name that it has.
CREATE OR REPLACE TEMP TABLE staged_taxa AS
SELECT
    row_number() OVER (ORDER BY taxon_key) AS number,
    taxon_key,
    name
FROM staged_entries
ANTI JOIN shortlist USING (taxon_key)
ORDER BY number;

-- Of several rows of one taxon one that is in use holds, and of those the first in the alphabet, whatever their order. The
-- numbers of rows hold until some are deleted.
CREATE OR REPLACE TEMP TABLE overruled_taxa AS
WITH repeated AS (
    SELECT taxon_id
    FROM inat_taxa
    GROUP BY taxon_id
    HAVING count(*) > 1
)
SELECT
    t.rowid AS row,
    rank() OVER taxa > 1 AS is_contradicted
FROM inat_taxa AS t
SEMI JOIN repeated AS r ON r.taxon_id = t.taxon_id
WINDOW taxa AS (PARTITION BY t.taxon_id ORDER BY t.active DESC NULLS LAST, t.name, t.rank_level, t.rank, t.ancestry)
QUALIFY row_number() OVER (
    PARTITION BY t.taxon_id
    ORDER BY t.active DESC NULLS LAST, t.name, t.rank_level, t.rank, t.ancestry
) > 1;

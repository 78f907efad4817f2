CREATE OR REPLACE TEMP VIEW settled_taxa AS
SELECT t.*
FROM inat_taxa AS t
ANTI JOIN overruled_taxa AS o ON o.row = t.rowid;

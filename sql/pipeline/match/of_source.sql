-- The taxa of one source, which are matched apart from those of others.
CREATE OR REPLACE TEMP VIEW match_taxa AS
SELECT *
FROM {{taxa}};

-- @title   Keys that several lists give different names
-- @doc     One row for each key and list. A key may have two names in good faith, or two lists may number their taxa from 1:
-- @doc     'manifest build --list NAME' takes the names of one list, another --key, or none, keeps the lists apart.
-- @tags    names
-- @example
SELECT
    taxon_key,
    list,
    scientific_name
FROM shortlist_entries
QUALIFY count(DISTINCT lower(trim(scientific_name))) OVER (PARTITION BY taxon_key) > 1
ORDER BY taxon_key, list;

-- What no list wants any more.
DELETE FROM shortlist
WHERE taxon_key NOT IN (SELECT taxon_key FROM shortlist_entries);

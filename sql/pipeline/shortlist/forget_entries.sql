DELETE FROM shortlist_entries
WHERE list = $list;

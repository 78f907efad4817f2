DELETE FROM shortlist_lists
WHERE list = $list;

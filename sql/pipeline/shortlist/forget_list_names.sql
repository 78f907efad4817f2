DELETE FROM shortlist_names
WHERE list = $list;

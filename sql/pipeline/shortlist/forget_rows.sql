DELETE FROM shortlist_rows
WHERE list = $list;

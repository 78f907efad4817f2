SELECT file
FROM shortlist_lists
WHERE list = $list;

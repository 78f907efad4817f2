SELECT list
FROM shortlist_lists
ORDER BY list;

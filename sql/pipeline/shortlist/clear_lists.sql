DELETE FROM shortlist_lists;

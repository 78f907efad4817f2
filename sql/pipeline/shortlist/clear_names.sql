DELETE FROM shortlist_names;

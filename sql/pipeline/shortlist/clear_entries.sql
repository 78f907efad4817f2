DELETE FROM shortlist_entries;

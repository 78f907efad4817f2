DELETE FROM shortlist_rejects;

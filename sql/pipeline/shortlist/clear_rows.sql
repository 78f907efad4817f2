DELETE FROM shortlist_rows;

DELETE FROM shortlist;

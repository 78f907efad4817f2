SELECT count(*) AS taxa
FROM shortlist;

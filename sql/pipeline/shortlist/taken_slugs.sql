SELECT slug
FROM shortlist;

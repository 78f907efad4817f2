-- What there is before a collect begins.
SELECT
    (SELECT count(*) FROM snapshots) AS snapshots,
    (SELECT count(*) FROM shortlist) AS shortlisted;

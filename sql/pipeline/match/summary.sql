SELECT
    count(*) AS spellings,
    count(*) FILTER (WHERE status = 'matched') AS matched,
    count(*) FILTER (WHERE status = 'ambiguous') AS ambiguous,
    count(*) FILTER (WHERE status = 'unmatched') AS unmatched,
    count(DISTINCT taxon_key) FILTER (WHERE status = 'matched') AS taxa,
    (SELECT count(*) FROM shortlist) AS shortlisted
FROM matches;

SELECT
    count(*) AS spellings,
    count(*) FILTER (WHERE status = 'matched') AS matched,
    count(*) FILTER (WHERE status = 'ambiguous') AS ambiguous,
    count(*) FILTER (WHERE status = 'unmatched') AS unmatched,
    count(DISTINCT taxon_key) FILTER (WHERE status = 'matched') AS taxa,
    (SELECT count(*) FROM shortlist) AS shortlisted,
    (
        SELECT count(*)
        FROM (SELECT taxon_key FROM matches GROUP BY taxon_key HAVING count(DISTINCT taxon_id) > 1)
    ) AS several_taxa,
    (
        SELECT count(*)
        FROM (SELECT taxon_id FROM matches GROUP BY taxon_id HAVING taxon_id IS NOT NULL AND count(DISTINCT taxon_key) > 1)
    ) AS shared_taxa
FROM matches;

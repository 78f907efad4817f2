-- A spelling that several sources were searched for counts once, for where it ended best.
SELECT
    count(*) AS spellings,
    count(*) FILTER (WHERE status = 'matched') AS matched,
    count(*) FILTER (WHERE status = 'ambiguous') AS ambiguous,
    count(*) FILTER (WHERE status = 'unmatched') AS unmatched,
    count(DISTINCT taxon_key) FILTER (WHERE status = 'matched') AS taxa,
    (SELECT count(*) FROM shortlist) AS shortlisted,
    count(*) FILTER (WHERE has_key) AS by_key,
    count(*) FILTER (WHERE has_other_name) AS other_names,
    count(*) FILTER (WHERE has_lost_key) AS lost_keys,
    (
        SELECT count(*)
        FROM (SELECT DISTINCT taxon_key FROM matches GROUP BY taxon_key, taxon_source HAVING count(DISTINCT taxon_id) > 1)
    ) AS several_taxa,
    (
        SELECT count(*)
        FROM (
            SELECT taxon_id
            FROM matches
            WHERE status = 'matched'
            GROUP BY taxon_source, taxon_id
            HAVING count(DISTINCT taxon_key) > 1
        )
    ) AS shared_taxa
FROM (
    SELECT
        taxon_key,
        CASE WHEN bool_or(status = 'matched') THEN 'matched' WHEN bool_or(status = 'ambiguous') THEN 'ambiguous' ELSE 'unmatched' END AS status,
        bool_or(method = 'key') AS has_key,
        bool_or(method = 'key' AND reason IS NOT NULL) AS has_other_name,
        bool_or(status <> 'unmatched' AND method <> 'key' AND reason IS NOT NULL) AS has_lost_key
    FROM matches
    GROUP BY taxon_key, source, original_name
);

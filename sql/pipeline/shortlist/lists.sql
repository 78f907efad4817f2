SELECT
    l.list,
    count(e.taxon_key) AS taxa,
    l.file,
    l.loaded_at
FROM shortlist_lists AS l
LEFT JOIN shortlist_entries AS e ON e.list = l.list
GROUP BY l.list, l.file, l.loaded_at
ORDER BY l.list;

SELECT
    o.from_name,
    o.to_name,
    count(n.original_name) AS spellings,
    o.added_at
FROM name_overrides AS o
LEFT JOIN shortlist_names AS n ON lower(trim(n.original_name)) = lower(trim(o.from_name))
GROUP BY o.from_name, o.to_name, o.added_at
ORDER BY o.from_name;

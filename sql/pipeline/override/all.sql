SELECT
    from_name,
    to_name
FROM name_overrides
ORDER BY added_at, from_name;

DELETE FROM name_overrides
WHERE lower(trim(from_name)) IN (SELECT lower(trim(unnest($from_names::VARCHAR[]))));

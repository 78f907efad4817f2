-- What each spelling is looked up as; a taxon number stands for itself, as a spreadsheet writes it (920.0) too.
CREATE OR REPLACE TEMP TABLE match_spellings AS
SELECT DISTINCT
    n.original_name,
    o.to_name IS NOT NULL AS overridden,
    coalesce(o.to_name, n.original_name) AS sought_name,
    CASE WHEN regexp_full_match(o.to_name, '[0-9]{1,9}(\.0+)?') THEN o.to_name::DOUBLE::BIGINT END AS sought_taxon
FROM shortlist_names AS n
SEMI JOIN shortlist AS s ON s.taxon_key = n.taxon_key
LEFT JOIN settled_overrides AS o ON lower(trim(o.from_name)) = lower(trim(n.original_name));

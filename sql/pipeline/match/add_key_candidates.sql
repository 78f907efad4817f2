-- The taxa that the keys of one spelling lead to, where they are several.
INSERT INTO match_candidates BY NAME
SELECT DISTINCT
    c.original_name,
    $taxon_source AS taxon_source,
    c.taxon_id,
    c.name,
    c.rank,
    c.active,
    c.ancestry
FROM match_key_fits AS c
SEMI JOIN (FROM match_keyed WHERE candidates > 1) AS k
    ON k.taxon_key = c.taxon_key AND k.source = c.source AND k.original_name = c.original_name
WHERE c.obstacle IS NULL
ORDER BY c.original_name, c.taxon_id;

-- What fits nothing in one source may be a taxon of another.
UPDATE matches AS u
SET reason = u.reason || '; ' || o.sources || ' has it'
FROM (
    SELECT
        taxon_key,
        source,
        original_name,
        string_agg(taxon_source, ', ' ORDER BY taxon_source) AS sources
    FROM matches
    WHERE status = 'matched'
    GROUP BY taxon_key, source, original_name
) AS o
WHERE
    u.status = 'unmatched'
    AND o.taxon_key = u.taxon_key
    AND o.source = u.source
    AND o.original_name = u.original_name;

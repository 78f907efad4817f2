DELETE FROM manifest_matched
WHERE taxon_number IN (
    SELECT taxon_number
    FROM manifest_matched
    GROUP BY taxon_number, source
    HAVING count(*) > 1
);

DELETE FROM manifest_matched
WHERE taxon_number IN (
    SELECT taxon_number
    FROM manifest_matched
    GROUP BY taxon_number
    HAVING count(*) > 1
);

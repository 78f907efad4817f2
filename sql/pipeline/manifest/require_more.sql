DELETE FROM manifest_choice
WHERE taxon_number IN (
    SELECT taxon_number
    FROM manifest_choice
    GROUP BY taxon_number
    HAVING count(*) <= $more_than
);

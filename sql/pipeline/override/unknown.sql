-- Which of these is no taxon, whatever its rank and whether it is in use; where there are no taxa yet, nobody knows.
WITH asked AS (
    SELECT
        unnest($lines::BIGINT[]) AS line,
        unnest($to_names::VARCHAR[]) AS to_name,
        unnest($canonical_names::VARCHAR[]) AS canonical_name
)
SELECT line
FROM asked AS a
ANTI JOIN (SELECT lower(trim(name)) AS name FROM taxa) AS t ON t.name = lower(trim(a.to_name))
ANTI JOIN taxa AS c ON c.canonical_name = a.canonical_name
ANTI JOIN taxa AS n ON n.taxon_id =
    CASE WHEN regexp_full_match(a.to_name, '[0-9]{1,9}(\.0+)?') THEN a.to_name::DOUBLE::INTEGER END
WHERE EXISTS (SELECT 1 FROM taxa)
ORDER BY line;

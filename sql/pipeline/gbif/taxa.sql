SELECT DISTINCT taxon
FROM gbif_answers
WHERE list_contains($verdicts::VARCHAR[], verdict) AND taxon IS NOT NULL
ORDER BY taxon;

SELECT
    count(DISTINCT name) AS names,
    count(DISTINCT name) FILTER (verdict = 'matched') AS matched,
    count(DISTINCT name) FILTER (verdict = 'near') AS near,
    count(DISTINCT name) FILTER (verdict = 'higher') AS higher,
    count(DISTINCT name) FILTER (verdict = 'ambiguous') AS ambiguous,
    count(DISTINCT name) FILTER (verdict = 'unmatched') AS unmatched,
    count(DISTINCT taxon_key) AS taxa,
    count(DISTINCT taxon_key) FILTER (
        list_contains($verdicts::VARCHAR[], verdict) AND taxon IS NOT NULL
    ) AS found_taxa
FROM gbif_answers;

SELECT
    c.verdict,
    count(*) AS files
FROM photo_checks AS c
WHERE c.manifest_id = $manifest_id
GROUP BY c.verdict
ORDER BY files DESC, c.verdict;

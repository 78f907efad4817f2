SELECT
    d.state,
    d.reason,
    count(*) AS files,
    min(d.not_before) AS not_before
FROM downloads AS d
WHERE d.manifest_id = $manifest_id
GROUP BY d.state, d.reason
ORDER BY files DESC, d.state, d.reason;

-- Some of the files that rows say are under the root, from all over the manifest, and how many there are.
SELECT d.file_name, count(*) OVER () AS files
FROM downloads AS d
JOIN (
    SELECT e.file_id, max_by(e.run_id, e.rowid) AS run_id
    FROM download_events AS e
    WHERE e.manifest_id = $manifest_id
    GROUP BY e.file_id
) AS n ON n.file_id = d.file_id
JOIN download_runs AS r ON r.run_id = n.run_id
WHERE d.manifest_id = $manifest_id AND d.state IN ('done', 'adopted') AND r.root = $root
ORDER BY hash(d.file_id)
LIMIT 1000;

-- The files that rows said last are under the root.
SELECT p.file_name
FROM (
    SELECT e.file_id
    FROM download_events AS e
    WHERE e.manifest_id = $manifest_id
        AND e.state IN ('done', 'adopted')
        AND e.run_id IN (SELECT r.run_id FROM download_runs AS r WHERE r.manifest_id = $manifest_id AND r.root = $root)
    ORDER BY e.rowid DESC
    LIMIT 20
) AS e
JOIN manifest_photos AS p ON p.manifest_id = $manifest_id AND p.file_id = e.file_id;

-- Files of other manifests under the same root are not extra, nor the lists that 'export attribution' puts there.
INSERT INTO photo_checks BY NAME
SELECT $manifest_id AS manifest_id, f.file_name, 'extra' AS verdict, f.size_bytes, $now AS checked_at
FROM found_files AS f
ANTI JOIN (
    SELECT p.file_name
    FROM manifest_photos AS p
    WHERE p.manifest_id = $manifest_id
        OR p.manifest_id IN (SELECT r.manifest_id FROM download_runs AS r WHERE r.root = $root)
) AS known ON known.file_name = f.file_name
WHERE f.file_name NOT LIKE '%license\_manifest.csv' ESCAPE '\'
ORDER BY f.file_name;

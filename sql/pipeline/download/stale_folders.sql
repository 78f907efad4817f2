-- Where the photos lie of manifests that may have something half written in the root; the root itself apart.
SELECT DISTINCT regexp_extract(p.file_name, '^(.*)/[^/]*$', 1) AS folder
FROM manifest_photos AS p
WHERE p.manifest_id IN (SELECT m.manifest_id FROM download_marks AS m WHERE m.root = $root)
    AND contains(p.file_name, '/')
ORDER BY folder;

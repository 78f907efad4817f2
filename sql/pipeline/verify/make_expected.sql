-- What the rows say is there, beside what is.
CREATE OR REPLACE TEMP TABLE expected_files AS
SELECT
    row_number() OVER (ORDER BY d.file_id) AS place,
    d.file_id,
    d.file_name,
    d.size_bytes,
    lower(hex(d.sha256)) AS sha256,
    f.size_bytes AS found_bytes
FROM downloads AS d
LEFT JOIN found_files AS f ON f.file_name = d.file_name
WHERE d.manifest_id = $manifest_id AND d.state IN ('done', 'adopted');

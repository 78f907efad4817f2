SELECT manifest_id
FROM manifests
WHERE name = $name;

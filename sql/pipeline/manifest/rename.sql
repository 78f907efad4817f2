UPDATE manifests SET name = $new_name
WHERE name = $name;

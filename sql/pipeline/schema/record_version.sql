INSERT INTO schema_versions
VALUES ($version, $name, now());

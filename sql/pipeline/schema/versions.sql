SELECT DISTINCT version
FROM schema_versions;

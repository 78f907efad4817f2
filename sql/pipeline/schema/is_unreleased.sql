-- Whether a version made it that was before the first release.
SELECT count(*) > 0 AS is_unreleased
FROM schema_versions
WHERE name = 'V001__catalogue';

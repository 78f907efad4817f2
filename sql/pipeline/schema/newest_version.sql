-- And whether a photocat of before the first release made it: its first migration was called so.
SELECT
    coalesce(max(version), 0) AS version,
    coalesce(bool_or(name = 'V001__catalogue'), false) AS is_unreleased
FROM schema_versions;

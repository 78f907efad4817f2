SELECT
    license,
    is_open
FROM licenses
ORDER BY rowid;

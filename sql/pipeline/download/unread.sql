-- What could not be looked at, and whether files that a start would fetch may lie there.
SELECT
    u.name,
    u.reason,
    EXISTS (
        SELECT 1
        FROM download_pending AS d
        WHERE d.file_name = u.name OR starts_with(d.file_name, u.name || '/')
    ) AS is_ours
FROM unread_names AS u
ORDER BY u.name;

SELECT
    u.name,
    u.reason,
    EXISTS (
        SELECT 1
        FROM expected_files AS e
        WHERE e.file_name = u.name OR starts_with(e.file_name, u.name || '/')
    ) AS is_ours
FROM unread_names AS u
ORDER BY u.name;

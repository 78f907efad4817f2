SELECT DISTINCT key AS asked
FROM gbif_wanted
WHERE key IS NOT NULL
    AND key NOT IN (
        SELECT original_name
        FROM gbif_names
        WHERE checklist_key = $checklist_key AND checklist_release = $checklist_release
    )
ORDER BY key;

-- A name counts where there is no key, or the key leads nowhere in this release. What stands for a name in a list of keys is
-- none.
SELECT DISTINCT name AS asked
FROM gbif_wanted
WHERE NOT regexp_full_match(name, '[a-z]+:\S+')
    AND (
        key IS NULL
        OR key NOT IN (
            SELECT original_name
            FROM gbif_names
            WHERE checklist_key = $checklist_key AND checklist_release = $checklist_release AND verdict = 'matched'
        )
    )
    AND name NOT IN (
        SELECT original_name
        FROM gbif_names
        WHERE checklist_key = $checklist_key AND checklist_release = $checklist_release
    )
ORDER BY name;

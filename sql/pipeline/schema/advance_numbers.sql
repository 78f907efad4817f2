-- A number that was given is never given again.
SELECT max(nextval('manifest_ids')) AS newest
FROM range((
    SELECT coalesce(max(manifest_id), 0)
    FROM (
        SELECT manifest_id FROM manifests
        UNION ALL
        SELECT manifest_id FROM manifest_photos
        UNION ALL
        SELECT manifest_id FROM download_runs
        UNION ALL
        SELECT manifest_id FROM download_events
        UNION ALL
        SELECT manifest_id FROM photo_checks
    )
));

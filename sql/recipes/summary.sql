-- @title   Quality at a glance: what to look at, and with which recipe
-- @doc     One row for each kind of trouble, with the recipe that lists it. No rows: all is well. Files are as the last
-- @doc     verify found them.
-- @param   manifest  text?   Name of the manifest; left out = the newest
-- @tags    qa
-- @example
WITH photos AS (
    SELECT state, files
    FROM download_states
    WHERE manifest_id = manifest_number($manifest)
), files AS (
    SELECT verdict
    FROM photo_checks
    WHERE manifest_id = manifest_number($manifest)
), wanted AS (
    SELECT taxon_key
    FROM shortlist
    ANTI JOIN (FROM manifest_photos WHERE manifest_id = manifest_number($manifest)) USING (taxon_key)
)
SELECT question, found AS count, recipe
FROM (
    SELECT 1 AS place, 'photos not tried yet' AS question, sum(files) FILTER (state IN ('pending', 'active'))::BIGINT AS found,
        'missing' AS recipe FROM photos
    UNION ALL
    SELECT 2, 'photos to be tried again', sum(files) FILTER (state = 'retry')::BIGINT, 'failures' FROM photos
    UNION ALL
    SELECT 3, 'photos that cannot be had', sum(files) FILTER (state IN ('gone', 'refused', 'failed'))::BIGINT, 'failures'
    FROM photos
    UNION ALL
    SELECT 4, 'files missing', count(*) FILTER (verdict = 'missing'), 'missing-files' FROM files
    UNION ALL
    SELECT 5, 'files corrupt', count(*) FILTER (verdict NOT IN ('missing', 'extra')), 'corrupt' FROM files
    UNION ALL
    SELECT 6, 'files that no row names', count(*) FILTER (verdict = 'extra'), 'extra-files' FROM files
    UNION ALL
    SELECT 7, 'taxa of the shortlist without a photo', count(*), 'gaps' FROM wanted
    UNION ALL
    SELECT 8, 'spellings unmatched', count(*) FILTER (status = 'unmatched'), 'unmatched' FROM matches
    UNION ALL
    SELECT 9, 'spellings ambiguous', count(*) FILTER (status = 'ambiguous'), 'ambiguous' FROM matches
    UNION ALL
    SELECT 10, 'rows of the bundle that could not be loaded', count(*), 'rejects'
    FROM ingest_rejects
    WHERE snapshot_id = (SELECT max(snapshot_id) FROM snapshots)
)
WHERE found > 0
ORDER BY place;

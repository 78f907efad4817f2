-- @title   Photos that one manifest has and another has not
-- @doc     Build the same manifest again under another name after an ingest, and see what is new and what is gone.
-- @doc     'manifest compare' counts them.
-- @param   from   text?            Name of the earlier manifest; left out = the one before the newest
-- @param   to     text?            Name of the later manifest; left out = the newest
-- @param   limit  int = 1000 min 1 Rows to return
-- @tags    photos, qa
-- @example limit=20
WITH pair AS (
    SELECT
        manifest_number($to) AS later,
        CASE WHEN $from IS NULL
            THEN (SELECT max(manifest_id) FROM manifests WHERE manifest_id < manifest_number($to))
            ELSE manifest_number($from)
        END AS earlier
)
SELECT
    CASE WHEN b.photo_id IS NULL THEN 'gone' ELSE 'new' END AS difference,
    coalesce(b.scientific_name, a.scientific_name) AS scientific_name,
    coalesce(b.file_name, a.file_name) AS file_name,
    coalesce(b.license, a.license) AS license
FROM (FROM manifest_photos SEMI JOIN pair ON manifest_id = earlier) AS a
FULL JOIN (FROM manifest_photos SEMI JOIN pair ON manifest_id = later) AS b
    ON b.taxon_key = a.taxon_key AND b.photo_id = a.photo_id
WHERE a.photo_id IS NULL OR b.photo_id IS NULL
ORDER BY scientific_name, difference, file_name
LIMIT $limit;

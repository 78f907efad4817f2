-- The same view, faster: taking the newest event as one struct cost seconds from a million events on, this form
-- tenths of one. An event has no number of its own; rows are only ever appended, so the last one has the greatest rowid.

CREATE OR REPLACE VIEW downloads AS
SELECT
    m.name AS manifest,
    p.file_id,
    p.taxon_key,
    p.scientific_name,
    p.file_name,
    p.url,
    coalesce(e.state, 'pending') AS state,
    coalesce(e.attempt, 0) AS attempts,
    e.http_status,
    e.reason,
    e.size_bytes,
    e.sha256,
    e.format,
    e.width,
    e.height,
    e.ttfb_ms,
    e.total_ms,
    e.happened_at,
    p.manifest_id,
    p.photo_id
FROM manifest_photos AS p
JOIN manifests AS m ON m.manifest_id = p.manifest_id
LEFT JOIN (
    SELECT manifest_id, file_id, max(rowid) AS event
    FROM download_events
    GROUP BY manifest_id, file_id
) AS newest ON newest.manifest_id = p.manifest_id AND newest.file_id = p.file_id
LEFT JOIN download_events AS e ON e.rowid = newest.event;
COMMENT ON VIEW downloads IS 'The newest state of every photo of every manifest';
COMMENT ON COLUMN downloads.manifest IS 'Name of the manifest';
COMMENT ON COLUMN downloads.file_id IS 'Number of the row in its manifest';
COMMENT ON COLUMN downloads.taxon_key IS 'Key of the shortlist taxon';
COMMENT ON COLUMN downloads.scientific_name IS 'Accepted name of the shortlist taxon';
COMMENT ON COLUMN downloads.file_name IS 'File below the root';
COMMENT ON COLUMN downloads.url IS 'Where the photo is fetched';
COMMENT ON COLUMN downloads.state IS 'pending, active, done, adopted, retry, gone, refused or failed';
COMMENT ON COLUMN downloads.attempts IS 'Attempts made in the last run that touched it';
COMMENT ON COLUMN downloads.http_status IS 'Status code of the last answer; null where none came';
COMMENT ON COLUMN downloads.reason IS 'Why it is not done, in one word; null when it is';
COMMENT ON COLUMN downloads.size_bytes IS 'Size of the file in bytes';
COMMENT ON COLUMN downloads.sha256 IS 'SHA-256 of the file';
COMMENT ON COLUMN downloads.format IS 'What the bytes are: jpeg, png, gif, webp or tiff';
COMMENT ON COLUMN downloads.width IS 'Width of the file''s picture in pixels';
COMMENT ON COLUMN downloads.height IS 'Height of the file''s picture in pixels';
COMMENT ON COLUMN downloads.ttfb_ms IS 'Milliseconds from request to first byte';
COMMENT ON COLUMN downloads.total_ms IS 'Milliseconds from request to last byte';
COMMENT ON COLUMN downloads.happened_at IS 'When the state was reached; null while pending from the start';
COMMENT ON COLUMN downloads.manifest_id IS 'Number of the manifest';
COMMENT ON COLUMN downloads.photo_id IS 'Number of the photo';

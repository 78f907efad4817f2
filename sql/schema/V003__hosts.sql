CREATE TABLE download_hosts (
    run_id INTEGER NOT NULL,
    host VARCHAR NOT NULL,
    connection_limit INTEGER NOT NULL,
    in_flight INTEGER NOT NULL,
    waiting INTEGER NOT NULL,
    requests_per_s DOUBLE,
    paused_until TIMESTAMPTZ,
    reason VARCHAR,
    ttfb_ms INTEGER,
    answers BIGINT NOT NULL,
    throttled BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    received_bytes BIGINT NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE download_hosts IS 'How the hosts of a download were, every few seconds while it ran, append-only; rows of past runs are dropped after two days';
COMMENT ON COLUMN download_hosts.run_id IS 'The run';
COMMENT ON COLUMN download_hosts.host IS 'Name of the host, with the path where that has limits of its own';
COMMENT ON COLUMN download_hosts.connection_limit IS 'Photos that might be in flight at that moment';
COMMENT ON COLUMN download_hosts.in_flight IS 'Photos in flight';
COMMENT ON COLUMN download_hosts.waiting IS 'Photos that waited for it, of the few thousand looked at';
COMMENT ON COLUMN download_hosts.requests_per_s IS 'Requests a second that it was sent at most; null for no pace';
COMMENT ON COLUMN download_hosts.paused_until IS 'When it would be asked again; null if it was not left alone';
COMMENT ON COLUMN download_hosts.reason IS 'Why it was not asked for more, in one word; null if nothing held it back';
COMMENT ON COLUMN download_hosts.ttfb_ms IS 'Median of the milliseconds to the first byte in the seconds before';
COMMENT ON COLUMN download_hosts.answers IS 'Answers since the row before';
COMMENT ON COLUMN download_hosts.throttled IS 'Of these, those that asked for less';
COMMENT ON COLUMN download_hosts.failed IS 'Requests since the row before that failed through the network or the host';
COMMENT ON COLUMN download_hosts.received_bytes IS 'Bytes received since the row before, of photos that were not stored too';
COMMENT ON COLUMN download_hosts.seen_at IS 'When it was so';

ALTER TABLE download_events ADD COLUMN not_before TIMESTAMPTZ;
COMMENT ON COLUMN download_events.not_before IS 'When its host may be asked again; null for at any time';
COMMENT ON COLUMN download_events.reason IS 'Why it is not done, in one word; opted_out too where it was fetched all the same';

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
    p.photo_id,
    e.not_before
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
COMMENT ON COLUMN downloads.reason IS 'Why it is not done, in one word; opted_out too where it was fetched all the same';
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
COMMENT ON COLUMN downloads.not_before IS 'When its host may be asked again; null for at any time';

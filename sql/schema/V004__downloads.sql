-- What became of the photos of the manifests.

CREATE TABLE download_runs (
    run_id INTEGER NOT NULL,
    manifest_id INTEGER NOT NULL,
    root VARCHAR NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    outcome VARCHAR
);
COMMENT ON TABLE download_runs IS 'Every start of a download';
COMMENT ON COLUMN download_runs.run_id IS 'Number of the run, from 1';
COMMENT ON COLUMN download_runs.manifest_id IS 'The manifest that was downloaded';
COMMENT ON COLUMN download_runs.root IS 'Where the files went: an absolute folder, or s3://bucket/prefix (?endpoint=URL behind it where the server is not Amazon''s)';
COMMENT ON COLUMN download_runs.started_at IS 'When it began';
COMMENT ON COLUMN download_runs.finished_at IS 'When it ended; null while it runs, and after a crash until a later start has looked at its files';
COMMENT ON COLUMN download_runs.outcome IS 'done, partial, interrupted or failed; null while it runs';

CREATE TABLE download_events (
    run_id INTEGER NOT NULL,
    manifest_id INTEGER NOT NULL,
    file_id BIGINT NOT NULL,
    state VARCHAR NOT NULL,
    attempt INTEGER NOT NULL,
    http_status INTEGER,
    reason VARCHAR,
    size_bytes BIGINT,
    sha256 BLOB,
    etag VARCHAR,
    format VARCHAR,
    width INTEGER,
    height INTEGER,
    ttfb_ms INTEGER,
    total_ms INTEGER,
    happened_at TIMESTAMPTZ NOT NULL,
    not_before TIMESTAMPTZ
);
COMMENT ON TABLE download_events IS 'What happened to each file, append-only; the view downloads has the newest of each';
COMMENT ON COLUMN download_events.run_id IS 'The run';
COMMENT ON COLUMN download_events.manifest_id IS 'The manifest';
COMMENT ON COLUMN download_events.file_id IS 'The row of manifest_photos';
COMMENT ON COLUMN download_events.state IS 'pending, active, done, adopted, retry, gone, refused or failed';
COMMENT ON COLUMN download_events.attempt IS 'Attempts made in this run so far';
COMMENT ON COLUMN download_events.http_status IS 'Status code of the answer; null where none came';
COMMENT ON COLUMN download_events.reason IS 'Why it is not done, in one word; opted_out too where it was fetched all the same';
COMMENT ON COLUMN download_events.size_bytes IS 'Size of the file in bytes';
COMMENT ON COLUMN download_events.sha256 IS 'SHA-256 of the file';
COMMENT ON COLUMN download_events.etag IS 'ETag of the answer';
COMMENT ON COLUMN download_events.format IS 'What the bytes are: jpeg, png, gif, webp or tiff';
COMMENT ON COLUMN download_events.width IS 'Width of the file''s picture in pixels';
COMMENT ON COLUMN download_events.height IS 'Height of the file''s picture in pixels';
COMMENT ON COLUMN download_events.ttfb_ms IS 'Milliseconds from request to first byte';
COMMENT ON COLUMN download_events.total_ms IS 'Milliseconds from request to last byte';
COMMENT ON COLUMN download_events.happened_at IS 'When it happened';
COMMENT ON COLUMN download_events.not_before IS 'When its host may be asked again; null for at any time';

-- Ten million photos have as many events and more: how far a download is, and what it fetches next, must not mean
-- reading them all.
CREATE TABLE download_sums (
    manifest_id INTEGER NOT NULL,
    run_id INTEGER NOT NULL,
    state VARCHAR NOT NULL,
    reason VARCHAR,
    files BIGINT NOT NULL,
    size_bytes BIGINT,
    events BIGINT NOT NULL,
    newest_at TIMESTAMPTZ
);
COMMENT ON TABLE download_sums IS 'How each batch of download_events changed the number of files in each state, append-only; the view download_states adds up';
COMMENT ON COLUMN download_sums.manifest_id IS 'The manifest';
COMMENT ON COLUMN download_sums.run_id IS 'The run whose event made the state';
COMMENT ON COLUMN download_sums.state IS 'active, pending, done, adopted, retry, gone, refused or failed';
COMMENT ON COLUMN download_sums.reason IS 'Why it is not done, in one word';
COMMENT ON COLUMN download_sums.files IS 'Files that came into the state less files that left it';
COMMENT ON COLUMN download_sums.size_bytes IS 'Their bytes, in the same way; null where no size is known';
COMMENT ON COLUMN download_sums.events IS 'Events that this row accounts for; all rows together account for every event';
COMMENT ON COLUMN download_sums.newest_at IS 'When the last of these events happened; null where files only left';
INSERT INTO download_sums BY NAME
SELECT
    manifest_id,
    newest.run_id,
    newest.state,
    newest.reason,
    count(*) AS files,
    sum(newest.size_bytes) AS size_bytes,
    sum(events) AS events,
    max(newest.happened_at) AS newest_at
FROM (
    SELECT
        manifest_id,
        count(*) AS events,
        max_by({run_id: run_id, state: state, reason: reason, size_bytes: size_bytes, happened_at: happened_at}, rowid) AS newest
    FROM download_events
    GROUP BY manifest_id, file_id
)
GROUP BY manifest_id, newest.run_id, newest.state, newest.reason;

-- An event has no number of its own; rows are only ever appended, so the last one has the greatest rowid.
CREATE VIEW downloads AS
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

CREATE VIEW download_states AS
WITH reached AS (
    SELECT manifest_id, state, reason, sum(files)::BIGINT AS files, sum(size_bytes)::BIGINT AS size_bytes, max(newest_at) AS newest_at
    FROM download_sums
    GROUP BY manifest_id, state, reason
    HAVING sum(files) > 0
),
untouched AS (
    SELECT p.manifest_id, count(*) - coalesce(any_value(r.files), 0) AS files
    FROM manifest_photos AS p
    LEFT JOIN (SELECT manifest_id, sum(files) AS files FROM reached GROUP BY manifest_id) AS r USING (manifest_id)
    GROUP BY p.manifest_id
)
SELECT m.name AS manifest, s.state, s.reason, s.files, s.size_bytes, s.newest_at, m.manifest_id
FROM (
    FROM reached
    UNION ALL
    SELECT u.manifest_id, 'pending', NULL, u.files::BIGINT, NULL, NULL
    FROM untouched AS u
    WHERE u.files > 0
) AS s
JOIN manifests AS m ON m.manifest_id = s.manifest_id;
COMMENT ON VIEW download_states IS 'How many photos of each manifest are in each state, without reading them one by one';
COMMENT ON COLUMN download_states.manifest IS 'Name of the manifest';
COMMENT ON COLUMN download_states.state IS 'pending, active, done, adopted, retry, gone, refused or failed';
COMMENT ON COLUMN download_states.reason IS 'Why they are not done, in one word; null when they are, and for those that were never begun';
COMMENT ON COLUMN download_states.files IS 'Rows of the manifest in this state';
COMMENT ON COLUMN download_states.size_bytes IS 'Bytes of their files; null where none is known';
COMMENT ON COLUMN download_states.newest_at IS 'When the last of them came into this state; null for those that were never begun';
COMMENT ON COLUMN download_states.manifest_id IS 'Number of the manifest';

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

-- What a run has half written is told from what anybody else has: by names that only it gives, and by identifiers that were noted.
CREATE TABLE download_marks (
    mark VARCHAR NOT NULL,
    root VARCHAR NOT NULL,
    manifest_id INTEGER NOT NULL
);
COMMENT ON TABLE download_marks IS 'Runs that may have something half written in their folders, in files named .photocat-MARK-NUMBER.part; what a crash leaves is removed by the next start';
COMMENT ON COLUMN download_marks.mark IS 'A word that no other run has, of this catalogue or another';
COMMENT ON COLUMN download_marks.root IS 'Where its files go, as in download_runs';
COMMENT ON COLUMN download_marks.manifest_id IS 'The manifest';

CREATE TABLE download_uploads (
    root VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    upload_id VARCHAR NOT NULL
);
COMMENT ON TABLE download_uploads IS 'Photos on their way into a bucket in parts; what a crash leaves is given up by the next start';
COMMENT ON COLUMN download_uploads.root IS 'Where they go, as in download_runs';
COMMENT ON COLUMN download_uploads.file_name IS 'File below the root';
COMMENT ON COLUMN download_uploads.upload_id IS 'What the server calls the upload';

CREATE TABLE photo_checks (
    manifest_id INTEGER NOT NULL,
    file_id BIGINT,
    file_name VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    size_bytes BIGINT,
    sha256 BLOB,
    checked_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE photo_checks IS 'What the last verify of each manifest found wrong';
COMMENT ON COLUMN photo_checks.manifest_id IS 'The manifest';
COMMENT ON COLUMN photo_checks.file_id IS 'The row of manifest_photos; null for a file that no row names';
COMMENT ON COLUMN photo_checks.file_name IS 'File below the root';
COMMENT ON COLUMN photo_checks.verdict IS 'missing, wrong_size, wrong_hash, truncated, not_image, unreadable or extra';
COMMENT ON COLUMN photo_checks.size_bytes IS 'Size found, in bytes; null when missing';
COMMENT ON COLUMN photo_checks.sha256 IS 'SHA-256 found; null when missing';
COMMENT ON COLUMN photo_checks.checked_at IS 'When it was checked';

-- Hosts that count questions and bytes over hours and days do so whoever asks, so that it is kept over runs.
CREATE TABLE host_limits (
    host VARCHAR NOT NULL,
    gap_ms INTEGER NOT NULL,
    questions_per_day BIGINT,
    bytes_per_hour BIGINT,
    bytes_per_day BIGINT,
    why VARCHAR NOT NULL
);
COMMENT ON TABLE host_limits IS 'What hosts bear, with some room to their own limits';
COMMENT ON COLUMN host_limits.host IS 'Name of the host';
COMMENT ON COLUMN host_limits.gap_ms IS 'Least milliseconds from one question of an ingest to the next; 0 for none';
COMMENT ON COLUMN host_limits.questions_per_day IS 'Questions of ingests within 24 hours; null for any number';
COMMENT ON COLUMN host_limits.bytes_per_hour IS 'Bytes of photos within an hour; null for any number';
COMMENT ON COLUMN host_limits.bytes_per_day IS 'Bytes of photos within 24 hours; null for any number';
COMMENT ON COLUMN host_limits.why IS 'Who says so';
INSERT INTO host_limits (host, gap_ms, questions_per_day, bytes_per_hour, bytes_per_day, why) VALUES
    ('api.inaturalist.org', 1200, 9500, NULL, NULL, 'iNaturalist asks for 60 a minute and 10,000 a day at most'),
    ('static.inaturalist.org', 0, NULL, 4500000000, 22000000000, 'iNaturalist asks for 5 GB an hour and 24 GB a day at most; the open bucket has no such limits');

CREATE TABLE host_questions (
    host VARCHAR NOT NULL,
    asked_at TIMESTAMPTZ NOT NULL,
    questions BIGINT NOT NULL
);
COMMENT ON TABLE host_questions IS 'What ingests have asked hosts that bear so many questions a day only; rows are dropped after two days';
COMMENT ON COLUMN host_questions.host IS 'Name of the host';
COMMENT ON COLUMN host_questions.asked_at IS 'When it was';
COMMENT ON COLUMN host_questions.questions IS 'How many';

CREATE TABLE kept_answers (
    source VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    target VARCHAR NOT NULL,
    answer VARCHAR NOT NULL,
    came_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE kept_answers IS 'What interfaces have answered to an ingest that is not at its end, so that the next goes on where it stopped';
COMMENT ON COLUMN kept_answers.source IS 'Kind of source';
COMMENT ON COLUMN kept_answers.name IS 'Which of the source''s snapshots it is for';
COMMENT ON COLUMN kept_answers.target IS 'The question: path and query';
COMMENT ON COLUMN kept_answers.answer IS 'The answer, as it came';
COMMENT ON COLUMN kept_answers.came_at IS 'When it came';

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

CREATE TABLE manifest_shared (
    manifest_id INTEGER NOT NULL,
    file_id BIGINT NOT NULL,
    first_file_id BIGINT NOT NULL,
    file_name VARCHAR NOT NULL
);
COMMENT ON TABLE manifest_shared IS 'Rows of manifest_photos whose photo or address an earlier row has too: it is fetched once for all of them';
COMMENT ON COLUMN manifest_shared.manifest_id IS 'The manifest';
COMMENT ON COLUMN manifest_shared.file_id IS 'The row of manifest_photos';
COMMENT ON COLUMN manifest_shared.first_file_id IS 'The first row with the same address';
COMMENT ON COLUMN manifest_shared.file_name IS 'File of the row below the root';
INSERT INTO manifest_shared
SELECT p.manifest_id, p.file_id, s.first_file_id, p.file_name
FROM manifest_photos AS p
JOIN (
    SELECT manifest_id, photo_id, min(file_id) AS first_file_id
    FROM manifest_photos
    GROUP BY manifest_id, photo_id
    HAVING count(*) > 1
) AS s ON s.manifest_id = p.manifest_id AND s.photo_id = p.photo_id
WHERE p.file_id <> s.first_file_id
ORDER BY p.manifest_id, s.first_file_id, p.file_id;
INSERT INTO download_sums
SELECT manifest_id, newest.run_id, newest.state, newest.reason, count(*), sum(newest.size_bytes), sum(events), max(newest.happened_at)
FROM (
    SELECT
        manifest_id,
        count(*) AS events,
        max_by({run_id: run_id, state: state, reason: reason, size_bytes: size_bytes, happened_at: happened_at}, rowid) AS newest
    FROM download_events
    GROUP BY manifest_id, file_id
)
GROUP BY manifest_id, newest.run_id, newest.state, newest.reason;

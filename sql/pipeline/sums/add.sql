-- Books the events behind $after: each file of theirs comes into the state of its last event, and leaves the one it had.
INSERT INTO download_sums BY NAME
WITH fresh AS (
    SELECT
        e.manifest_id,
        e.file_id,
        count(*) AS events,
        max_by({run_id: e.run_id, state: e.state, reason: e.reason, size_bytes: e.size_bytes, happened_at: e.happened_at}, e.rowid) AS newest
    FROM download_events AS e
    WHERE e.rowid > $after
    GROUP BY e.manifest_id, e.file_id
),
left_behind AS (
    SELECT
        e.manifest_id,
        max_by({run_id: e.run_id, state: e.state, reason: e.reason, size_bytes: e.size_bytes}, e.rowid) AS newest
    FROM download_events AS e
    SEMI JOIN fresh AS f ON f.manifest_id = e.manifest_id AND f.file_id = e.file_id
    WHERE e.rowid <= $after
    GROUP BY e.manifest_id, e.file_id
)
SELECT
    manifest_id,
    run_id,
    state,
    reason,
    sum(files) AS files,
    sum(size_bytes) AS size_bytes,
    sum(events) AS events,
    max(happened_at) AS newest_at
FROM (
    SELECT
        f.manifest_id, f.newest.run_id, f.newest.state, f.newest.reason, 1 AS files, f.newest.size_bytes,
        f.events, f.newest.happened_at
    FROM fresh AS f
    UNION ALL
    SELECT
        l.manifest_id, l.newest.run_id, l.newest.state, l.newest.reason, -1, -l.newest.size_bytes,
        0, NULL
    FROM left_behind AS l
)
GROUP BY manifest_id, run_id, state, reason;

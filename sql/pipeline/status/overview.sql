-- One tidy result for all sections, so that a table reads well and a script can filter it.
WITH
newest_snapshots AS (
    SELECT *
    FROM snapshots
    QUALIFY row_number() OVER (PARTITION BY source ORDER BY snapshot_id DESC) = 1
),
snapshot_lines AS (
    SELECT
        0 AS section_order,
        'snapshot' AS section,
        s.source AS item,
        NULL AS count,
        s.size_bytes,
        concat_ws(', ', 'exported ' || s.snapshot_date::VARCHAR, regexp_extract(s.origin, '[^/\\]+[/\\]?$')) AS detail,
        row_number() OVER (ORDER BY s.source) AS line
    FROM newest_snapshots AS s
),
table_lines AS (
    SELECT
        1, 'table', t.table_name, t.loaded_rows, NULL,
        CASE WHEN t.rejected_rows > 0 THEN t.rejected_rows || ' rejected' ELSE '' END,
        row_number() OVER (ORDER BY s.source, t.table_name)
    FROM newest_snapshots AS s
    JOIN snapshot_tables AS t ON t.snapshot_id = s.snapshot_id
),
name_lines AS (
    SELECT 2, 'names', 'taxa', count(*), NULL, 'on the shortlist', 1
    FROM shortlist
    HAVING count(*) > 0
    UNION ALL
    SELECT
        2, 'names', 'spellings', count(*), NULL, coalesce(m.status, 'not matched yet'),
        CASE m.status WHEN 'matched' THEN 2 WHEN 'ambiguous' THEN 3 WHEN 'unmatched' THEN 4 ELSE 5 END
    FROM shortlist_names AS n
    LEFT JOIN matches AS m
        ON m.taxon_key = n.taxon_key AND m.source = n.source AND m.original_name = n.original_name
    GROUP BY m.status
),
manifest_lines AS (
    SELECT
        3, 'manifest', m.name, m.photos, NULL,
        concat_ws(', ', m.taxa || ' taxa', 'built ' || strftime(m.created_at, '%Y-%m-%d %H:%M UTC')),
        m.manifest_id
    FROM manifests AS m
),
download_lines AS (
    SELECT
        4, 'download', s.manifest, sum(s.files)::BIGINT, sum(s.size_bytes), s.state,
        row_number() OVER (ORDER BY s.manifest_id, sum(s.files) DESC, s.state)
    FROM download_states AS s
    WHERE s.manifest_id IN (SELECT manifest_id FROM download_runs)
    GROUP BY s.manifest_id, s.manifest, s.state
),
check_lines AS (
    SELECT 5, 'check', m.name, count(*), NULL, c.verdict, row_number() OVER (ORDER BY m.manifest_id, c.verdict)
    FROM photo_checks AS c
    JOIN manifests AS m ON m.manifest_id = c.manifest_id
    GROUP BY m.manifest_id, m.name, c.verdict
),
-- The newest of the files that ever failed; the view downloads would read all photos for it.
failed_files AS (
    SELECT DISTINCT manifest_id, file_id
    FROM download_events
    WHERE state IN ('gone', 'refused', 'failed')
),
newest_failures AS (
    SELECT
        e.manifest_id,
        e.file_id,
        max_by(e.state, e.rowid) AS state,
        max_by(e.reason, e.rowid) AS reason,
        row_number() OVER (ORDER BY max_by(e.happened_at, e.rowid) DESC, e.file_id) AS line
    FROM download_events AS e
    SEMI JOIN failed_files AS f ON f.manifest_id = e.manifest_id AND f.file_id = e.file_id
    GROUP BY e.manifest_id, e.file_id
    HAVING max_by(e.state, e.rowid) IN ('gone', 'refused', 'failed')
    QUALIFY line <= 5
),
failure_lines AS (
    SELECT 6, 'newest failure', m.name, NULL, NULL, concat_ws(' ', f.state, f.reason || ':', p.file_name), f.line
    FROM newest_failures AS f
    JOIN manifests AS m ON m.manifest_id = f.manifest_id
    JOIN manifest_photos AS p ON p.manifest_id = f.manifest_id AND p.file_id = f.file_id
)
SELECT section, item, count, size_bytes, detail
FROM (
    FROM snapshot_lines
    UNION ALL
    FROM table_lines
    UNION ALL
    FROM name_lines
    UNION ALL
    FROM manifest_lines
    UNION ALL
    FROM download_lines
    UNION ALL
    FROM check_lines
    UNION ALL
    FROM failure_lines
)
ORDER BY section_order, line;

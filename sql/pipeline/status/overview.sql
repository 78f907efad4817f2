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
        concat_ws(', ', regexp_extract(s.origin, '[^/\\]+[/\\]?$'), 'exported ' || s.snapshot_date::VARCHAR) AS detail,
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
        4, 'download', d.manifest, count(*), sum(d.size_bytes), d.state,
        row_number() OVER (ORDER BY d.manifest_id, count(*) DESC, d.state)
    FROM downloads AS d
    WHERE d.manifest_id IN (SELECT manifest_id FROM download_runs)
    GROUP BY d.manifest_id, d.manifest, d.state
),
check_lines AS (
    SELECT 5, 'check', m.name, count(*), NULL, c.verdict, row_number() OVER (ORDER BY m.manifest_id, c.verdict)
    FROM photo_checks AS c
    JOIN manifests AS m ON m.manifest_id = c.manifest_id
    GROUP BY m.manifest_id, m.name, c.verdict
),
failure_lines AS (
    SELECT
        6, 'newest failure', d.manifest, NULL, NULL,
        concat_ws(' ', d.file_name || ':', d.state, d.reason),
        row_number() OVER (ORDER BY d.happened_at DESC, d.file_id) AS line
    FROM downloads AS d
    WHERE d.state IN ('gone', 'refused', 'failed')
    QUALIFY line <= 5
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

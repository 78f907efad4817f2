-- The sources that have taxa, with the newest snapshot of each.
SELECT
    s.source,
    max(s.snapshot_id) AS snapshot_id
FROM snapshots AS s
SEMI JOIN taxa AS t ON t.source = s.source
GROUP BY s.source;

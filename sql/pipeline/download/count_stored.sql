-- Files of a manifest that are there, as the rows of its last downloads say.
SELECT coalesce(sum(s.files), 0)::BIGINT AS files
FROM download_states AS s
WHERE s.manifest_id = $manifest_id AND s.state IN ('done', 'adopted');

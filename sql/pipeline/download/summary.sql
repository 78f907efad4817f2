SELECT d.state, d.reason, d.files
FROM download_states AS d
WHERE d.manifest_id = $manifest_id
ORDER BY d.files DESC, d.state, d.reason;

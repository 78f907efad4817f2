SELECT
    (SELECT count(*) FROM manifest_photos WHERE manifest_id = $manifest_id) AS photos,
    count(*) AS files,
    count(e.found_bytes) AS found,
    coalesce(sum(e.found_bytes), 0)::BIGINT AS found_bytes,
    (SELECT count(*) FROM findings) AS unread
FROM expected_files AS e;

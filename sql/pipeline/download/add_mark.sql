INSERT INTO download_marks (mark, root, manifest_id)
VALUES ($mark, $root, $manifest_id);

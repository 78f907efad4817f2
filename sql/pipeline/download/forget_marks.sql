DELETE FROM download_marks
WHERE root = $root;

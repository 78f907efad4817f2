DELETE FROM download_marks
WHERE mark = $mark;

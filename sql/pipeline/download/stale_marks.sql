-- One job at a time writes into a root, so all of them were left there.
SELECT m.mark
FROM download_marks AS m
WHERE m.root = $root
ORDER BY m.mark;

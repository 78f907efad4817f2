-- The newest event of a photo is the one that was written last.
INSERT INTO {{table}} BY NAME
SELECT *
FROM damaged.{{table}}
ORDER BY rowid;

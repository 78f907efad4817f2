DELETE FROM shortlist_rejects
WHERE file = $file;

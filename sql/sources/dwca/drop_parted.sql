DELETE FROM dwca_media
WHERE rowid IN (SELECT media FROM dwca_several);

INSERT INTO shortlist_lists (list, file, loaded_at)
VALUES ($list, $file, $loaded_at);

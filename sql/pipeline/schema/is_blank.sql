-- Whether nothing has been written to this database yet, which is quicker to tell than what it holds.
SELECT total_blocks = 0 AND wal_size = '0 bytes' AS is_blank
FROM pragma_database_size()
WHERE database_name = current_database();

-- The next read_csv with store_rejects makes it anew.
DROP TABLE reject_errors;

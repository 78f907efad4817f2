-- The next read_csv with store_rejects makes it again.
DROP TABLE reject_errors;

INSERT INTO snapshot_tables
VALUES ($snapshot_id, $table_name, $loaded_rows, $rejected_rows);

INSERT INTO snapshot_tables (snapshot_id, table_name, loaded_rows, rejected_rows)
VALUES ($snapshot_id, $table_name, $loaded_rows, $rejected_rows);

-- Rows of inat_photos beside those that the newest ingest loaded.
SELECT
    count(*) - coalesce((
        SELECT max_by(loaded_rows, snapshot_id)
        FROM snapshot_tables
        WHERE table_name = 'inat_photos'
    ), 0) AS photos
FROM inat_photos;

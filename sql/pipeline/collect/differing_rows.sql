-- Rows that only one of two manifests has; the number in the manifest may differ.
WITH
rows_before AS (
    SELECT taxon_key, rank, photo_id, file_name, url, license, credit
    FROM manifest_photos
    WHERE manifest_id = manifest_number($before)
),
rows_after AS (
    SELECT taxon_key, rank, photo_id, file_name, url, license, credit
    FROM manifest_photos
    WHERE manifest_id = manifest_number($after)
)
SELECT
    (SELECT count(*) FROM (FROM rows_after EXCEPT FROM rows_before)) AS added,
    (SELECT count(*) FROM (FROM rows_before EXCEPT FROM rows_after)) AS removed;

-- Of an archive without a table of media: the addresses that stand in a cell of the record. A bar, semicolon or comma belongs to
-- an address unless a blank or the next one follows.
INSERT INTO dwca_media BY NAME
WITH named AS (
    SELECT
        snapshot_id,
        core_id,
        unnest(
            string_split_regex(
                regexp_replace(trim(associatedMedia), '(?i)[|;,]+(https?://)|[|;,]+$', ' \1', 'g'),
                '\s*\|\s+|\s+\|\s*|[;,]\s+|\s+'
            )
        ) AS identifier
    FROM dwca_records
    WHERE snapshot_id = $snapshot_id AND associatedMedia IS NOT NULL
)
SELECT
    *,
    media_form(identifier, NULL) AS form,
    media_ending(identifier) AS ending,
    photo_number(whole_image(identifier)) AS photo_id
FROM named
WHERE identifier <> '';

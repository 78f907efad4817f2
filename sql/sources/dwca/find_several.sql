-- Media whose cell holds more than one address, as GBIF and Darwin Core write lists (a | b), or ends with what parts them. What
-- parts two is followed by an address: a bar or a semicolon of an address itself is not.
CREATE OR REPLACE TEMP TABLE dwca_several AS
WITH suspected AS (
    SELECT
        rowid AS media,
        coalesce(accessURI, identifier) AS cell
    FROM dwca_media
    WHERE
        snapshot_id = $snapshot_id
        AND form NOT IN ('none', 'not_web')
        -- Most have none of these, which takes less time to see than what they part.
        AND (
            contains(cell, '|')
            OR contains(cell, ' ')
            OR contains(cell, ';')
            OR contains(cell, ',')
            OR contains(cell, chr(10))
        )
),
parted AS (
    SELECT
        media,
        cell,
        string_split(
            regexp_replace(
                regexp_replace(trim(cell), '\s*\|[\s|]*$', ''),
                '(?i)(?:\s*[|;,][\s|;,]*|\s+)(https?://[^\s/])',
                chr(31) || '\1',
                'g'
            ),
            chr(31)
        ) AS addresses
    FROM suspected
)
SELECT
    media,
    CASE
        WHEN len(addresses) > 1 THEN list_transform(addresses, lambda address: regexp_replace(address, '[\s|;,]+$', ''))
        ELSE addresses
    END AS addresses
FROM parted
WHERE addresses <> [trim(cell)];

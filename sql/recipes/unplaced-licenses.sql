-- @title   What sources say of licences that could not be placed
-- @doc     Photos of these are UNKNOWN, and are not chosen unless that is asked for. The rules are in
-- @doc     docs/reference/licenses-in-words.md.
-- @tags    credit
-- @example
SELECT
    c.source,
    c.license_text,
    count(*) AS rows,
    count(DISTINCT c.photo_id) AS photos,
    min(c.url) AS example
FROM candidates AS c
WHERE c.license = 'UNKNOWN'
GROUP BY c.source, c.license_text
ORDER BY rows DESC, c.license_text;

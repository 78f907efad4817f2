-- For each block of 65,536 photo numbers and each licence a bit a photo: where the licences of a block have more bits than the
-- block has photos, some photo has two. That takes a quarter of the time of grouping all rows by photo; a part of the blocks
-- at a time bounds the memory.
INSERT INTO inat_disputed_photos BY NAME
WITH marked AS (
    SELECT
        photo_id >> 16 AS block,
        bitstring_agg((photo_id & 65535)::INTEGER, 0, 65535) AS photos
    FROM inat_photos
    WHERE abs(photo_id >> 16) % $parts = $part
    GROUP BY block, license
),
suspected AS (
    SELECT block
    FROM marked
    GROUP BY block
    HAVING sum(bit_count(photos)) > bit_count(bit_or(photos))
),
graded AS (
    SELECT
        p.photo_id,
        p.license,
        p.observer_id,
        coalesce(l.strictness, (SELECT strictness FROM licenses WHERE license = 'UNKNOWN')) AS strictness
    FROM inat_photos AS p
    JOIN suspected AS s ON s.block = p.photo_id >> 16
    LEFT JOIN licenses AS l ON l.license = p.license
),
disputed AS (
    SELECT
        photo_id,
        max(strictness) AS strictness
    FROM graded
    GROUP BY photo_id
    HAVING min(strictness) < max(strictness)
)
SELECT
    d.photo_id,
    min(g.license) AS license,
    min(g.observer_id) AS observer_id
FROM disputed AS d
JOIN graded AS g ON g.photo_id = d.photo_id AND g.strictness = d.strictness
GROUP BY d.photo_id;

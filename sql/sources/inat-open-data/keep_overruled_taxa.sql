-- After loading nobody knows on which line a row stood.
INSERT INTO ingest_rejects BY NAME
SELECT
    $snapshot_id AS snapshot_id,
    $file AS file,
    0 AS line,
    concat_ws(
        chr(9),
        t.taxon_id,
        coalesce(t.ancestry, ''),
        coalesce(t.rank_level::VARCHAR, ''),
        coalesce(t.rank, ''),
        coalesce(t.name, ''),
        coalesce(t.active::VARCHAR, '')
    ) AS text,
    CASE
        WHEN o.is_contradicted
            THEN 'it contradicts another row of the taxon, which is in use or comes first in the alphabet, and holds'
        ELSE 'it says the same as another row of the taxon'
    END AS reason
FROM inat_taxa AS t
JOIN overruled_taxa AS o ON o.row = t.rowid
ORDER BY text;

-- Every cell is text, empty ones are null. What tells the taxon is numbered, so that each set of such cells is read once.
INSERT INTO dwca_records BY NAME
SELECT
    *,
    $snapshot_id AS snapshot_id,
    $record_type AS record_type,
    (hash(
        kingdom, phylum, "class", "order", family, genus, species, specificEpithet, scientificName, taxonRank, taxonKey, taxonID
    ) >> 1)::BIGINT AS name_id
FROM dwca_cells
WHERE {{where}};

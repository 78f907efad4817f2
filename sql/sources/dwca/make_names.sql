-- What each set of cells says of its taxon, in the words of one of its records: cells are read for the records that are needed
-- alone, and all that makes the set is the same. What else is told of the taxon is not, so that a record that tells more counts.
CREATE OR REPLACE TEMP TABLE dwca_name_cells AS
WITH sets AS (
    SELECT
        name_id,
        coalesce(
            min(rowid) FILTER (
                record_type = 'taxon'
                OR acceptedTaxonKey IS NOT NULL
                OR acceptedScientificName IS NOT NULL
                OR acceptedNameUsageID IS NOT NULL
                OR acceptedNameUsage IS NOT NULL
            ),
            min(rowid)
        ) AS record,
        any_value(speciesKey) AS species_key,
        any_value(genusKey) AS genus_key,
        any_value(familyKey) AS family_key,
        min(scientificNameID) AS scientific_name_id
    FROM dwca_records
    GROUP BY name_id
)
SELECT
    s.name_id,
    r.kingdom,
    r.phylum,
    r."class",
    r."order",
    r.family,
    r.genus,
    r.species,
    r.specificEpithet AS specific_epithet,
    r.scientificName AS scientific_name,
    r.taxonRank AS taxon_rank,
    r.taxonKey AS taxon_key,
    r.taxonID AS taxon_id,
    s.species_key,
    s.genus_key,
    s.family_key,
    s.scientific_name_id,
    r.acceptedTaxonKey AS accepted_taxon_key,
    r.acceptedScientificName AS accepted_scientific_name,
    r.acceptedNameUsageID AS accepted_name_usage_id,
    r.acceptedNameUsage AS accepted_name_usage,
    r.snapshot_id,
    CASE WHEN r.record_type = 'taxon' THEN r.core_id END AS core_id
FROM sets AS s
JOIN dwca_records AS r ON r.rowid = s.record;

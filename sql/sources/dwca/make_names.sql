-- What each set of cells says of its taxon, in the words of one of its records: cells are read for the records that are needed
-- alone, and all that makes the set is the same. What else is told of the taxon is not, so that a record that tells more counts.
-- No name is longer than a thousand characters; what is none may be a million.
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
    left(r.kingdom, 1000) AS kingdom,
    left(r.phylum, 1000) AS phylum,
    left(r."class", 1000) AS "class",
    left(r."order", 1000) AS "order",
    left(r.family, 1000) AS family,
    left(r.genus, 1000) AS genus,
    left(r.species, 1000) AS species,
    left(r.specificEpithet, 1000) AS specific_epithet,
    left(r.scientificName, 1000) AS scientific_name,
    left(r.taxonRank, 1000) AS taxon_rank,
    left(r.taxonKey, 1000) AS taxon_key,
    left(r.taxonID, 1000) AS taxon_id,
    left(s.species_key, 1000) AS species_key,
    left(s.genus_key, 1000) AS genus_key,
    left(s.family_key, 1000) AS family_key,
    left(s.scientific_name_id, 1000) AS scientific_name_id,
    left(r.acceptedTaxonKey, 1000) AS accepted_taxon_key,
    left(r.acceptedScientificName, 1000) AS accepted_scientific_name,
    left(r.acceptedNameUsageID, 1000) AS accepted_name_usage_id,
    left(r.acceptedNameUsage, 1000) AS accepted_name_usage,
    r.snapshot_id,
    CASE WHEN r.record_type = 'taxon' THEN left(r.core_id, 1000) END AS core_id
FROM sets AS s
JOIN dwca_records AS r ON r.rowid = s.record;

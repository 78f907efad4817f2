-- What each set of cells says of its taxon.
CREATE OR REPLACE TEMP TABLE dwca_name_cells AS
SELECT
    name_id,
    any_value(kingdom) AS kingdom,
    any_value(phylum) AS phylum,
    any_value("class") AS "class",
    any_value("order") AS "order",
    any_value(family) AS family,
    any_value(genus) AS genus,
    any_value(species) AS species,
    any_value(specificEpithet) AS specific_epithet,
    any_value(scientificName) AS scientific_name,
    any_value(taxonRank) AS taxon_rank,
    any_value(taxonKey) AS taxon_key,
    any_value(taxonID) AS taxon_id,
    any_value(speciesKey) AS species_key,
    any_value(genusKey) AS genus_key,
    any_value(familyKey) AS family_key,
    min(scientificNameID) AS scientific_name_id,
    min(acceptedTaxonKey) AS accepted_taxon_key,
    min(acceptedScientificName) AS accepted_scientific_name,
    min(acceptedNameUsageID) AS accepted_name_usage_id,
    min(acceptedNameUsage) AS accepted_name_usage,
    min(snapshot_id) AS snapshot_id,
    min(core_id) FILTER (record_type = 'taxon') AS core_id
FROM dwca_records
GROUP BY name_id;

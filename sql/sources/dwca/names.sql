-- In an order of their own: where records place a family differently, each ingest tells the same of them.
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
    min(scientificNameID) AS scientific_name_id
FROM dwca_records
GROUP BY name_id
ORDER BY name_id;

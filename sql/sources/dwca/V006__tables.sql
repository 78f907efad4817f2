-- Darwin Core Archives, as their publishers write them: every cell is text. An archive may have more columns than these; they
-- are added under their names when it is taken in.

INSERT INTO sources BY NAME
SELECT
    'dwca' AS source,
    'Darwin Core Archives' AS title,
    'https://www.gbif.org/terms/data-user' AS terms,
    false AS has_grades,
    NULL AS url_template,
    NULL AS photo_page,
    NULL AS record_page;

CREATE TABLE dwca_records (
    snapshot_id INTEGER NOT NULL,
    core_id VARCHAR,
    record_type VARCHAR NOT NULL,
    name_id BIGINT,
    gbifID VARCHAR,
    occurrenceID VARCHAR,
    basisOfRecord VARCHAR,
    scientificName VARCHAR,
    taxonRank VARCHAR,
    kingdom VARCHAR,
    phylum VARCHAR,
    "class" VARCHAR,
    "order" VARCHAR,
    family VARCHAR,
    genus VARCHAR,
    specificEpithet VARCHAR,
    species VARCHAR,
    taxonKey VARCHAR,
    taxonID VARCHAR,
    acceptedTaxonKey VARCHAR,
    acceptedScientificName VARCHAR,
    acceptedNameUsageID VARCHAR,
    acceptedNameUsage VARCHAR,
    speciesKey VARCHAR,
    genusKey VARCHAR,
    familyKey VARCHAR,
    scientificNameID VARCHAR,
    eventDate VARCHAR,
    year VARCHAR,
    countryCode VARCHAR,
    decimalLatitude VARCHAR,
    decimalLongitude VARCHAR,
    coordinateUncertaintyInMeters VARCHAR,
    datasetKey VARCHAR,
    recordedBy VARCHAR,
    record_license VARCHAR,
    record_references VARCHAR,
    associatedMedia VARCHAR
);
COMMENT ON TABLE dwca_records IS 'Darwin Core Archives: occurrences, or the taxa or events that media are of';
COMMENT ON COLUMN dwca_records.snapshot_id IS 'The archive';
COMMENT ON COLUMN dwca_records.core_id IS 'Key of the row of the core that it is, or belongs to, by which media find it; null where records of several taxa share it';
COMMENT ON COLUMN dwca_records.record_type IS 'What it is: occurrence, taxon or event';
COMMENT ON COLUMN dwca_records.name_id IS 'What it says of the taxon, in dwca_names';
COMMENT ON COLUMN dwca_records.gbifID IS 'GBIF''s number of the occurrence';
COMMENT ON COLUMN dwca_records.occurrenceID IS 'The publisher''s identifier of the occurrence';
COMMENT ON COLUMN dwca_records.basisOfRecord IS 'What the record rests on';
COMMENT ON COLUMN dwca_records.scientificName IS 'Scientific name, as the archive has it';
COMMENT ON COLUMN dwca_records.taxonRank IS 'Rank of that name';
COMMENT ON COLUMN dwca_records.kingdom IS 'Kingdom';
COMMENT ON COLUMN dwca_records.phylum IS 'Phylum';
COMMENT ON COLUMN dwca_records."class" IS 'Class';
COMMENT ON COLUMN dwca_records."order" IS 'Order';
COMMENT ON COLUMN dwca_records.family IS 'Family';
COMMENT ON COLUMN dwca_records.genus IS 'Genus';
COMMENT ON COLUMN dwca_records.specificEpithet IS 'Second word of the species'' name';
COMMENT ON COLUMN dwca_records.species IS 'Accepted species, as GBIF has worked it out';
COMMENT ON COLUMN dwca_records.taxonKey IS 'GBIF''s key of the name';
COMMENT ON COLUMN dwca_records.taxonID IS 'The publisher''s identifier of the taxon';
COMMENT ON COLUMN dwca_records.acceptedTaxonKey IS 'GBIF''s key of the accepted taxon, where the name is a synonym';
COMMENT ON COLUMN dwca_records.acceptedScientificName IS 'Its name, as GBIF has it';
COMMENT ON COLUMN dwca_records.acceptedNameUsageID IS 'The publisher''s identifier of the accepted taxon';
COMMENT ON COLUMN dwca_records.acceptedNameUsage IS 'Its name, as the publisher has it';
COMMENT ON COLUMN dwca_records.speciesKey IS 'GBIF''s key of the accepted species';
COMMENT ON COLUMN dwca_records.genusKey IS 'GBIF''s key of the genus';
COMMENT ON COLUMN dwca_records.familyKey IS 'GBIF''s key of the family';
COMMENT ON COLUMN dwca_records.scientificNameID IS 'Identifier of the name, such as an LSID of IPNI';
COMMENT ON COLUMN dwca_records.eventDate IS 'Day or span of days, as the archive has it';
COMMENT ON COLUMN dwca_records.year IS 'Year';
COMMENT ON COLUMN dwca_records.countryCode IS 'Country, in two letters';
COMMENT ON COLUMN dwca_records.decimalLatitude IS 'Degrees north';
COMMENT ON COLUMN dwca_records.decimalLongitude IS 'Degrees east';
COMMENT ON COLUMN dwca_records.coordinateUncertaintyInMeters IS 'Uncertainty of the place, in metres';
COMMENT ON COLUMN dwca_records.datasetKey IS 'Key of the data set, in datasets';
COMMENT ON COLUMN dwca_records.recordedBy IS 'Who observed or collected it';
COMMENT ON COLUMN dwca_records.record_license IS 'Licence of the record, which is not that of its photos: the archive''s column license';
COMMENT ON COLUMN dwca_records.record_references IS 'Page about the record: the archive''s column references';
COMMENT ON COLUMN dwca_records.associatedMedia IS 'Addresses of media, which count where the archive has no table of media';

CREATE TABLE dwca_media (
    snapshot_id INTEGER NOT NULL,
    core_id VARCHAR,
    photo_id BIGINT,
    form VARCHAR NOT NULL,
    ending VARCHAR,
    license_text VARCHAR,
    type VARCHAR,
    format VARCHAR,
    identifier VARCHAR,
    accessURI VARCHAR,
    "references" VARCHAR,
    title VARCHAR,
    creator VARCHAR,
    license VARCHAR,
    rightsHolder VARCHAR
);
COMMENT ON TABLE dwca_media IS 'Darwin Core Archives: photos, sounds and other media, one row for each record that has them';
COMMENT ON COLUMN dwca_media.snapshot_id IS 'The archive';
COMMENT ON COLUMN dwca_media.core_id IS 'Key of the row of the core that it belongs to';
COMMENT ON COLUMN dwca_media.photo_id IS 'Number of the photo, as in candidates; null where it has no address';
COMMENT ON COLUMN dwca_media.form IS 'What its accessURI, else its identifier leads to: file, iiif_image, iiif_manifest, not_web or none';
COMMENT ON COLUMN dwca_media.ending IS 'Ending of the address in small letters';
COMMENT ON COLUMN dwca_media.license_text IS 'All that the row says of its licence, in license_texts';
COMMENT ON COLUMN dwca_media.type IS 'Type, as the archive has it: StillImage';
COMMENT ON COLUMN dwca_media.format IS 'Format, as the archive has it: image/jpeg';
COMMENT ON COLUMN dwca_media.identifier IS 'Address or identifier, as the archive has it';
COMMENT ON COLUMN dwca_media.accessURI IS 'Address, of archives with Audiovisual Media Descriptions';
COMMENT ON COLUMN dwca_media."references" IS 'Page about the media';
COMMENT ON COLUMN dwca_media.title IS 'Title';
COMMENT ON COLUMN dwca_media.creator IS 'Who made it';
COMMENT ON COLUMN dwca_media.license IS 'Licence, as the archive has it';
COMMENT ON COLUMN dwca_media.rightsHolder IS 'Who holds the rights';

CREATE TABLE dwca_extension_rows (
    snapshot_id INTEGER NOT NULL,
    core_id VARCHAR,
    file VARCHAR NOT NULL,
    row_type VARCHAR,
    cells MAP(VARCHAR, VARCHAR) NOT NULL
);
COMMENT ON TABLE dwca_extension_rows IS 'Darwin Core Archives: rows of tables that hold neither records nor media, where ingest dwca was given --extensions';
COMMENT ON COLUMN dwca_extension_rows.snapshot_id IS 'The archive';
COMMENT ON COLUMN dwca_extension_rows.core_id IS 'Key of the row of the core that it belongs to, as in dwca_records';
COMMENT ON COLUMN dwca_extension_rows.file IS 'Path of its file in the archive';
COMMENT ON COLUMN dwca_extension_rows.row_type IS 'What it is, by the name of its term: MeasurementOrFact; null where the archive has no meta.xml';
COMMENT ON COLUMN dwca_extension_rows.cells IS 'Its cells by the names of their terms; empty ones are left out';

CREATE TABLE dwca_media_kinds (
    type VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    form VARCHAR NOT NULL,
    ending VARCHAR NOT NULL,
    kind VARCHAR NOT NULL
);
COMMENT ON TABLE dwca_media_kinds IS 'What the media of Darwin Core Archives were taken for, by what their rows say; an empty text for none';
COMMENT ON COLUMN dwca_media_kinds.type IS 'Type, as the archive has it';
COMMENT ON COLUMN dwca_media_kinds.format IS 'Format, as the archive has it';
COMMENT ON COLUMN dwca_media_kinds.form IS 'What the address leads to';
COMMENT ON COLUMN dwca_media_kinds.ending IS 'Ending of the address';
COMMENT ON COLUMN dwca_media_kinds.kind IS 'still_image, sound, moving_image, other or unknown';

CREATE TABLE dwca_names (
    name_id BIGINT NOT NULL,
    taxon_id BIGINT NOT NULL
);
COMMENT ON TABLE dwca_names IS 'Darwin Core Archives: the taxon of each set of cells about one';
COMMENT ON COLUMN dwca_names.name_id IS 'Number of the set, in dwca_records';
COMMENT ON COLUMN dwca_names.taxon_id IS 'The taxon';

CREATE TABLE dwca_taxa (
    taxon_id BIGINT NOT NULL,
    taxon_key VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    canonical_name VARCHAR NOT NULL,
    rank VARCHAR,
    ancestry VARCHAR,
    classification VARCHAR,
    checklist_keys VARCHAR[]
);
COMMENT ON TABLE dwca_taxa IS 'Darwin Core Archives: the taxa that their records name, and the higher taxa of these';
COMMENT ON COLUMN dwca_taxa.taxon_id IS 'Number made of kingdom, rank and canonical name';
COMMENT ON COLUMN dwca_taxa.taxon_key IS 'Key of the taxon in the archive: taxonKey, else taxonID, else its name';
COMMENT ON COLUMN dwca_taxa.name IS 'Scientific name, the first in the alphabet of several';
COMMENT ON COLUMN dwca_taxa.canonical_name IS 'The same folded, without authorship and words of rank';
COMMENT ON COLUMN dwca_taxa.rank IS 'Rank in small letters';
COMMENT ON COLUMN dwca_taxa.ancestry IS 'Numbers of the higher taxa, from the kingdom, separated by /';
COMMENT ON COLUMN dwca_taxa.classification IS 'Names of the higher taxa, from the kingdom, separated by |';
COMMENT ON COLUMN dwca_taxa.checklist_keys IS 'Keys of the taxon in public checklists, such as gbif:5231190, in order; null for none';

-- iNaturalist Open Data, as its exporter writes it.

INSERT INTO sources BY NAME
SELECT
    'inat-open-data' AS source,
    'iNaturalist Open Data' AS title,
    'https://github.com/inaturalist/inaturalist-open-data' AS terms,
    true AS has_grades,
    'https://inaturalist-open-data.s3.amazonaws.com/photos/{photo_id}/{size}.{extension}' AS url_template,
    'https://www.inaturalist.org/photos/{photo_id}' AS photo_page,
    'https://www.inaturalist.org/observations/{observation_key}' AS record_page;

CREATE TABLE inat_taxa (
    taxon_id BIGINT,
    ancestry VARCHAR,
    rank_level DOUBLE,
    rank VARCHAR,
    name VARCHAR,
    active BOOLEAN
);
COMMENT ON TABLE inat_taxa IS 'iNaturalist Open Data: taxa, inactive ones too';
COMMENT ON COLUMN inat_taxa.taxon_id IS 'iNaturalist taxon number';
COMMENT ON COLUMN inat_taxa.ancestry IS 'Taxon numbers from the root to the parent, separated by /; null for the root';
COMMENT ON COLUMN inat_taxa.rank_level IS 'Height in the tree: species 10, genus 20, kingdom 70; halves occur (33.5)';
COMMENT ON COLUMN inat_taxa.rank IS 'Rank by name: species, hybrid, subspecies, genus, …';
COMMENT ON COLUMN inat_taxa.name IS 'Scientific name without authorship';
COMMENT ON COLUMN inat_taxa.active IS 'False for names that iNaturalist has retired';

CREATE TABLE inat_observations (
    observation_uuid UUID,
    observer_id INTEGER,
    latitude DOUBLE,
    longitude DOUBLE,
    positional_accuracy BIGINT,
    taxon_id BIGINT,
    quality_grade quality_grade,
    observed_on DATE,
    anomaly_score DOUBLE
);
COMMENT ON TABLE inat_observations IS 'iNaturalist Open Data: observations that have an openly licensed photo';
COMMENT ON COLUMN inat_observations.observation_uuid IS 'Identifier of the observation';
COMMENT ON COLUMN inat_observations.observer_id IS 'Who observed it';
COMMENT ON COLUMN inat_observations.latitude IS 'Degrees north, the public (possibly obscured) value';
COMMENT ON COLUMN inat_observations.longitude IS 'Degrees east, the public (possibly obscured) value';
COMMENT ON COLUMN inat_observations.positional_accuracy IS 'Uncertainty of the place, in metres';
COMMENT ON COLUMN inat_observations.taxon_id IS 'What it was identified as; may name a taxon that inat_taxa lacks, or be null';
COMMENT ON COLUMN inat_observations.quality_grade IS 'research, needs_id or casual';
COMMENT ON COLUMN inat_observations.observed_on IS 'Day of the observation';
COMMENT ON COLUMN inat_observations.anomaly_score IS 'Below 1 in an unexpected place; exported since December 2024';

CREATE TABLE inat_observers (
    observer_id INTEGER,
    login VARCHAR,
    name VARCHAR
);
COMMENT ON TABLE inat_observers IS 'iNaturalist Open Data: people';
COMMENT ON COLUMN inat_observers.observer_id IS 'Number of the person';
COMMENT ON COLUMN inat_observers.login IS 'User name';
COMMENT ON COLUMN inat_observers.name IS 'Name to credit; null for most';

CREATE TABLE inat_photos (
    photo_uuid UUID,
    photo_id BIGINT,
    observation_uuid UUID,
    observer_id INTEGER,
    extension VARCHAR,
    license VARCHAR,
    width INTEGER,
    height INTEGER,
    position INTEGER
);
COMMENT ON TABLE inat_photos IS 'iNaturalist Open Data: photos; a photo of several observations has several rows';
COMMENT ON COLUMN inat_photos.photo_uuid IS 'Identifier of the photo';
COMMENT ON COLUMN inat_photos.photo_id IS 'Number of the photo, part of its URL; not unique';
COMMENT ON COLUMN inat_photos.observation_uuid IS 'Observation that shows it';
COMMENT ON COLUMN inat_photos.observer_id IS 'Who owns the photo and is credited; may differ from who observed';
COMMENT ON COLUMN inat_photos.extension IS 'File name extension, case kept, part of its URL';
COMMENT ON COLUMN inat_photos.license IS 'Licence code as exported';
COMMENT ON COLUMN inat_photos.width IS 'Width of the original in pixels';
COMMENT ON COLUMN inat_photos.height IS 'Height of the original in pixels';
COMMENT ON COLUMN inat_photos.position IS 'Place among the photos of its observation, from 0';

CREATE TABLE inat_projects (
    project_id INTEGER,
    title VARCHAR,
    slug VARCHAR
);
COMMENT ON TABLE inat_projects IS 'iNaturalist Open Data: projects; exported since August 2025';
COMMENT ON COLUMN inat_projects.project_id IS 'Number of the project';
COMMENT ON COLUMN inat_projects.title IS 'Title';
COMMENT ON COLUMN inat_projects.slug IS 'Short name, part of its URL';

CREATE TABLE inat_observation_projects (
    observation_uuid UUID,
    project_id INTEGER
);
COMMENT ON TABLE inat_observation_projects IS 'iNaturalist Open Data: which observations belong to which projects';
COMMENT ON COLUMN inat_observation_projects.observation_uuid IS 'The observation';
COMMENT ON COLUMN inat_observation_projects.project_id IS 'The project';

CREATE TABLE inat_disputed_photos (
    photo_id BIGINT NOT NULL,
    license VARCHAR,
    observer_id INTEGER
);
COMMENT ON TABLE inat_disputed_photos IS 'Photos whose rows in inat_photos name different licences, found at the ingest: what holds of them';
COMMENT ON COLUMN inat_disputed_photos.photo_id IS 'The photo';
COMMENT ON COLUMN inat_disputed_photos.license IS 'Its strictest licence, as exported';
COMMENT ON COLUMN inat_disputed_photos.observer_id IS 'Its owner in the row of that licence, of several the one with the smallest number';

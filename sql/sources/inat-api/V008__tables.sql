-- What iNaturalist's interface for programs says of observations, asked species by species.

INSERT INTO sources BY NAME
SELECT
    'inat-api' AS source,
    'iNaturalist''s API' AS title,
    'https://www.inaturalist.org/pages/terms' AS terms,
    true AS has_grades,
    NULL AS url_template,
    'https://www.inaturalist.org/photos/{photo_id}' AS photo_page,
    'https://www.inaturalist.org/observations/{observation_key}' AS record_page;

CREATE TABLE inat_api_species (
    snapshot_id INTEGER NOT NULL,
    line BIGINT NOT NULL,
    asked_name VARCHAR NOT NULL,
    asked_taxon_id BIGINT NOT NULL,
    question VARCHAR NOT NULL,
    start_id BIGINT NOT NULL,
    last_id BIGINT NOT NULL,
    observations BIGINT NOT NULL,
    left_out BIGINT NOT NULL
);
COMMENT ON TABLE inat_api_species IS 'iNaturalist''s API: the species that were asked for, and how far that has come';
COMMENT ON COLUMN inat_api_species.snapshot_id IS 'The snapshot';
COMMENT ON COLUMN inat_api_species.line IS 'Row of the list, the first after the header being 1; of the shortlist its number';
COMMENT ON COLUMN inat_api_species.asked_name IS 'The name, as the list has it';
COMMENT ON COLUMN inat_api_species.asked_taxon_id IS 'iNaturalist taxon number that it stands for';
COMMENT ON COLUMN inat_api_species.question IS 'Which of its observations were asked for, as parameters of the API';
COMMENT ON COLUMN inat_api_species.start_id IS 'Number of the observation behind which it began, as the list says; 0 for the first';
COMMENT ON COLUMN inat_api_species.last_id IS 'Number of the last observation that came, behind which the next ingest goes on';
COMMENT ON COLUMN inat_api_species.observations IS 'Observations that came';
COMMENT ON COLUMN inat_api_species.left_out IS 'Photos of these that are under other licences than those asked for, and not in inat_api_photos';

CREATE TABLE inat_api_observations (
    snapshot_id INTEGER NOT NULL,
    asked_taxon_id BIGINT NOT NULL,
    observation_id BIGINT NOT NULL,
    observation_uuid UUID NOT NULL,
    is_repeated BOOLEAN NOT NULL,
    taxon_id BIGINT,
    quality_grade quality_grade,
    observed_on DATE,
    latitude DOUBLE,
    longitude DOUBLE,
    positional_accuracy BIGINT,
    obscured BOOLEAN,
    captive BOOLEAN,
    license_code VARCHAR,
    observer_id INTEGER,
    login VARCHAR,
    observer_name VARCHAR,
    vitality VARCHAR,
    life_stage VARCHAR,
    sex VARCHAR,
    evidence VARCHAR,
    reproductive_condition VARCHAR
);
COMMENT ON TABLE inat_api_observations IS 'iNaturalist''s API: observations, one row for each species asked for that they came with';
COMMENT ON COLUMN inat_api_observations.snapshot_id IS 'The snapshot';
COMMENT ON COLUMN inat_api_observations.asked_taxon_id IS 'The species, in inat_api_species';
COMMENT ON COLUMN inat_api_observations.observation_id IS 'Number of the observation';
COMMENT ON COLUMN inat_api_observations.observation_uuid IS 'Identifier of the observation';
COMMENT ON COLUMN inat_api_observations.is_repeated IS 'Whether it came with another species of the list too, whose row counts';
COMMENT ON COLUMN inat_api_observations.taxon_id IS 'What it was identified as, in inat_api_taxa';
COMMENT ON COLUMN inat_api_observations.quality_grade IS 'research, needs_id or casual';
COMMENT ON COLUMN inat_api_observations.observed_on IS 'Day of the observation';
COMMENT ON COLUMN inat_api_observations.latitude IS 'Degrees north, the public (possibly obscured) value';
COMMENT ON COLUMN inat_api_observations.longitude IS 'Degrees east, the public (possibly obscured) value';
COMMENT ON COLUMN inat_api_observations.positional_accuracy IS 'Uncertainty of that place, in metres';
COMMENT ON COLUMN inat_api_observations.obscured IS 'Whether the place is moved to hide the true one';
COMMENT ON COLUMN inat_api_observations.captive IS 'Whether it is a cultivated plant, or an animal in captivity';
COMMENT ON COLUMN inat_api_observations.license_code IS 'Licence of the observation, which is not that of its photos; null for all rights reserved';
COMMENT ON COLUMN inat_api_observations.observer_id IS 'Number of who observed it';
COMMENT ON COLUMN inat_api_observations.login IS 'User name of who observed it';
COMMENT ON COLUMN inat_api_observations.observer_name IS 'Name to credit; null for most';
COMMENT ON COLUMN inat_api_observations.vitality IS 'alive or dead, as annotated; null where nobody has';
COMMENT ON COLUMN inat_api_observations.life_stage IS 'adult, larva, egg, …, as annotated';
COMMENT ON COLUMN inat_api_observations.sex IS 'female or male, as annotated';
COMMENT ON COLUMN inat_api_observations.evidence IS 'What it shows, as annotated: organism, track, scat, bone, …; several with | between';
COMMENT ON COLUMN inat_api_observations.reproductive_condition IS 'flowers, fruits or seeds, flower buds, …, as annotated; several with | between';

CREATE TABLE inat_api_photos (
    snapshot_id INTEGER NOT NULL,
    asked_taxon_id BIGINT NOT NULL,
    observation_id BIGINT NOT NULL,
    photo_id BIGINT NOT NULL,
    position INTEGER NOT NULL,
    url VARCHAR,
    license_code VARCHAR,
    license VARCHAR NOT NULL,
    attribution VARCHAR,
    rights_holder VARCHAR,
    width INTEGER,
    height INTEGER
);
COMMENT ON TABLE inat_api_photos IS 'iNaturalist''s API: photos of the observations';
COMMENT ON COLUMN inat_api_photos.snapshot_id IS 'The snapshot';
COMMENT ON COLUMN inat_api_photos.asked_taxon_id IS 'The species, in inat_api_species';
COMMENT ON COLUMN inat_api_photos.observation_id IS 'Number of the observation';
COMMENT ON COLUMN inat_api_photos.photo_id IS 'Number of the photo';
COMMENT ON COLUMN inat_api_photos.position IS 'Place among the photos of its observation, from 0';
COMMENT ON COLUMN inat_api_photos.url IS 'Where it is fetched, in its original size';
COMMENT ON COLUMN inat_api_photos.license_code IS 'Licence of the photo, as the API has it; null for all rights reserved';
COMMENT ON COLUMN inat_api_photos.license IS 'The same, normalised; ARR for what lies on static.inaturalist.org, where iNaturalist keeps what is not openly licensed';
COMMENT ON COLUMN inat_api_photos.attribution IS 'Credit line, as the API has it';
COMMENT ON COLUMN inat_api_photos.rights_holder IS 'Whom that names, where it is not who observed';
COMMENT ON COLUMN inat_api_photos.width IS 'Width of the original in pixels';
COMMENT ON COLUMN inat_api_photos.height IS 'Height of the original in pixels';

CREATE TABLE inat_api_taxa (
    snapshot_id INTEGER NOT NULL,
    taxon_id BIGINT NOT NULL,
    ancestry VARCHAR,
    rank_level DOUBLE,
    rank VARCHAR,
    name VARCHAR,
    active BOOLEAN
);
COMMENT ON TABLE inat_api_taxa IS 'iNaturalist''s API: the species, the taxa of their observations, and all above them';
COMMENT ON COLUMN inat_api_taxa.snapshot_id IS 'The snapshot';
COMMENT ON COLUMN inat_api_taxa.taxon_id IS 'iNaturalist taxon number';
COMMENT ON COLUMN inat_api_taxa.ancestry IS 'Taxon numbers from the root to the parent, separated by /; null for the root';
COMMENT ON COLUMN inat_api_taxa.rank_level IS 'Height in the tree: species 10, genus 20, kingdom 70';
COMMENT ON COLUMN inat_api_taxa.rank IS 'Rank by name';
COMMENT ON COLUMN inat_api_taxa.name IS 'Scientific name without authorship';
COMMENT ON COLUMN inat_api_taxa.active IS 'False for names that iNaturalist has retired';

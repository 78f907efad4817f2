CREATE OR REPLACE VIEW candidates AS
SELECT
    source,
    photo_id,
    photo_key,
    observation_id,
    observation_key,
    taxon_id,
    taxon_key,
    scientific_name,
    rank,
    ancestry,
    classification,
    has_address,
    url,
    url_template,
    extension,
    license,
    license_text,
    license_version,
    record_license,
    observer_id,
    login,
    observer_name,
    rights_holder,
    observed_on,
    quality_grade,
    latitude,
    longitude,
    positional_accuracy,
    kind,
    format,
    width,
    height,
    position,
    basis_of_record,
    image_kind,
    image_kind_rule,
    dataset,
    photo_page,
    record_page
FROM (
{{sources}}
);
COMMENT ON VIEW candidates IS 'Every photo that could be chosen, of every source, one row for each record that shows it';
COMMENT ON COLUMN candidates.source IS 'Kind of source; candidates_SOURCE has its rows with all its own columns';
COMMENT ON COLUMN candidates.photo_id IS 'Number of the photo: iNaturalist''s for its photos whatever the source, for others one of 2^62 and above, made of the address';
COMMENT ON COLUMN candidates.photo_key IS 'The photo as its source keys it: a number, an address';
COMMENT ON COLUMN candidates.observation_id IS 'Identifier of the record that shows it: iNaturalist''s, or one made of its key';
COMMENT ON COLUMN candidates.observation_key IS 'The record as its source keys it; null where observation_id is that';
COMMENT ON COLUMN candidates.taxon_id IS 'What the record was identified as, a number as in the view taxa';
COMMENT ON COLUMN candidates.taxon_key IS 'The same as its source keys it';
COMMENT ON COLUMN candidates.scientific_name IS 'Name of that taxon; null where the source lacks it';
COMMENT ON COLUMN candidates.rank IS 'Rank of that taxon';
COMMENT ON COLUMN candidates.ancestry IS 'Numbers of its higher taxa, from the root, separated by /';
COMMENT ON COLUMN candidates.classification IS 'Names of its higher taxa, from the kingdom, separated by |; null where the source has numbers only';
COMMENT ON COLUMN candidates.has_address IS 'Whether it can be fetched';
COMMENT ON COLUMN candidates.url IS 'Where the photo is fetched, in its original size';
COMMENT ON COLUMN candidates.url_template IS 'The same, perhaps with {photo_id}, {size} and {extension} for what a manifest puts in; null where sources has it';
COMMENT ON COLUMN candidates.extension IS 'File name extension of the original';
COMMENT ON COLUMN candidates.license IS 'Licence, normalised: one of the table licenses; the strictest where rows of the photo contradict each other';
COMMENT ON COLUMN candidates.license_text IS 'Licence as the source has it in this row';
COMMENT ON COLUMN candidates.license_version IS 'Version of the licence, such as 2.0, where the source names one';
COMMENT ON COLUMN candidates.record_license IS 'Licence of the record that shows it, normalised, which is not that of the photo; null where there is none';
COMMENT ON COLUMN candidates.observer_id IS 'Number of the photo''s owner; where rows contradict each other in the licence, that of the strictest';
COMMENT ON COLUMN candidates.login IS 'User name of the owner';
COMMENT ON COLUMN candidates.observer_name IS 'Name of the owner or creator; null for most of iNaturalist''s';
COMMENT ON COLUMN candidates.rights_holder IS 'Who holds the rights, where the source names somebody';
COMMENT ON COLUMN candidates.observed_on IS 'Day of the record';
COMMENT ON COLUMN candidates.quality_grade IS 'Grade of the record; null where the source has no grades';
COMMENT ON COLUMN candidates.latitude IS 'Degrees north';
COMMENT ON COLUMN candidates.longitude IS 'Degrees east';
COMMENT ON COLUMN candidates.positional_accuracy IS 'Uncertainty of the place, in metres';
COMMENT ON COLUMN candidates.kind IS 'still_image, sound, moving_image, other or unknown';
COMMENT ON COLUMN candidates.format IS 'Format, as the source has it: image/jpeg';
COMMENT ON COLUMN candidates.width IS 'Width of the original in pixels';
COMMENT ON COLUMN candidates.height IS 'Height of the original in pixels';
COMMENT ON COLUMN candidates.position IS 'Place among the photos of its record, from 0';
COMMENT ON COLUMN candidates.basis_of_record IS 'What the record rests on: HumanObservation, PreservedSpecimen, …';
COMMENT ON COLUMN candidates.image_kind IS 'What it shows, as far as its record tells: living, specimen (also a dead body), sheet (of a herbarium), track (scat, bones, nests and the like too), egg, drawing or unknown';
COMMENT ON COLUMN candidates.image_kind_rule IS 'What says so: evidence, life_stage and vitality as people have noted, else basis_of_record; null where nothing does';
COMMENT ON COLUMN candidates.dataset IS 'Key of the data set of the record; null where the source has one only';
COMMENT ON COLUMN candidates.photo_page IS 'Page about the photo; null where sources has it, or there is none';
COMMENT ON COLUMN candidates.record_page IS 'Page about the record; null where sources has it, or there is none';

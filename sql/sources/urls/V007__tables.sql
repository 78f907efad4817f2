-- Lists of addresses, in whatever form: every cell is text. A list may have more columns than these; they are added under
-- their names when it is taken in.

INSERT INTO sources BY NAME
SELECT
    'urls' AS source,
    'Lists of addresses' AS title,
    'as whoever made the list says' AS terms,
    false AS has_grades,
    NULL AS url_template,
    NULL AS photo_page,
    NULL AS record_page;

CREATE TABLE urls_photos (
    snapshot_id INTEGER NOT NULL,
    file VARCHAR NOT NULL,
    line BIGINT NOT NULL,
    photo_id BIGINT NOT NULL,
    address VARCHAR NOT NULL,
    form VARCHAR NOT NULL,
    ending VARCHAR,
    label VARCHAR,
    license_text VARCHAR,
    creator VARCHAR,
    rights_holder VARCHAR,
    photo_key VARCHAR,
    observation_key VARCHAR,
    photo_page VARCHAR,
    format VARCHAR,
    width VARCHAR,
    height VARCHAR,
    observed_on VARCHAR,
    latitude VARCHAR,
    longitude VARCHAR,
    label_checklist VARCHAR
);
COMMENT ON TABLE urls_photos IS 'Lists of addresses: one row for each that has one';
COMMENT ON COLUMN urls_photos.snapshot_id IS 'The list';
COMMENT ON COLUMN urls_photos.file IS 'File of the list that has the row';
COMMENT ON COLUMN urls_photos.line IS 'Line of that file, the first being line 1; of a JSON array, Parquet and SQLite the number of the row';
COMMENT ON COLUMN urls_photos.photo_id IS 'Number of the photo, as in candidates';
COMMENT ON COLUMN urls_photos.address IS 'Where it is fetched; that of the whole image where the list gives an info.json (IIIF)';
COMMENT ON COLUMN urls_photos.form IS 'What the address leads to: file, iiif_image, iiif_manifest or not_web';
COMMENT ON COLUMN urls_photos.ending IS 'Ending of the address in small letters';
COMMENT ON COLUMN urls_photos.label IS 'What the photo shows, in urls_taxa';
COMMENT ON COLUMN urls_photos.license_text IS 'What the list says of its licence, in license_texts';
COMMENT ON COLUMN urls_photos.creator IS 'Who made it';
COMMENT ON COLUMN urls_photos.rights_holder IS 'Who holds the rights';
COMMENT ON COLUMN urls_photos.photo_key IS 'The photo as the list keys it';
COMMENT ON COLUMN urls_photos.observation_key IS 'The record that shows it, as the list keys it';
COMMENT ON COLUMN urls_photos.photo_page IS 'Page about the photo';
COMMENT ON COLUMN urls_photos.format IS 'Format, as the list has it: image/jpeg';
COMMENT ON COLUMN urls_photos.width IS 'Width in pixels';
COMMENT ON COLUMN urls_photos.height IS 'Height in pixels';
COMMENT ON COLUMN urls_photos.observed_on IS 'Day, or time, of the record';
COMMENT ON COLUMN urls_photos.latitude IS 'Degrees north';
COMMENT ON COLUMN urls_photos.longitude IS 'Degrees east';
COMMENT ON COLUMN urls_photos.label_checklist IS 'Checklist whose keys the labels are, by the name of their column: gbif for speciesKey; null for none';

CREATE TABLE urls_taxa (
    label VARCHAR NOT NULL,
    taxon_id BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    canonical_name VARCHAR NOT NULL,
    rank VARCHAR NOT NULL,
    checklist_key VARCHAR
);
COMMENT ON TABLE urls_taxa IS 'Lists of addresses: the labels, of which those that differ in authorship only are one taxon';
COMMENT ON COLUMN urls_taxa.label IS 'The label, as the list has it';
COMMENT ON COLUMN urls_taxa.taxon_id IS 'Number made of the canonical name where the label has a rank, else of the label';
COMMENT ON COLUMN urls_taxa.name IS 'The label, with spaces for underscores where that makes a name of it';
COMMENT ON COLUMN urls_taxa.canonical_name IS 'The same folded, without authorship and words of rank';
COMMENT ON COLUMN urls_taxa.rank IS 'Rank of a name of two words or more; label for any other';
COMMENT ON COLUMN urls_taxa.checklist_key IS 'The label as a key in a public checklist, such as gbif:5231190, where it is one';

CREATE TABLE urls_kinds (
    format VARCHAR NOT NULL,
    form VARCHAR NOT NULL,
    ending VARCHAR NOT NULL,
    kind VARCHAR NOT NULL
);
COMMENT ON TABLE urls_kinds IS 'What the addresses of lists were taken for, by what their rows say; an empty text for none';
COMMENT ON COLUMN urls_kinds.format IS 'Format, as the list has it';
COMMENT ON COLUMN urls_kinds.form IS 'What the address leads to';
COMMENT ON COLUMN urls_kinds.ending IS 'Ending of the address';
COMMENT ON COLUMN urls_kinds.kind IS 'still_image, also where nothing says what it is, sound, moving_image or other';

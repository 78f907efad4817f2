-- The frozen choices of photos.

CREATE SEQUENCE manifest_ids;

CREATE TABLE manifests (
    manifest_id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    definition JSON NOT NULL,
    snapshot_id INTEGER NOT NULL,
    taxa BIGINT NOT NULL,
    photos BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE manifests IS 'Frozen choices of photos';
COMMENT ON COLUMN manifests.manifest_id IS 'Number of the manifest, from 1, never used again';
COMMENT ON COLUMN manifests.name IS 'Name given by the user, unique';
COMMENT ON COLUMN manifests.definition IS 'The options it was built with, and under match those of the match';
COMMENT ON COLUMN manifests.snapshot_id IS 'Newest snapshot that it was chosen from; definition names them all';
COMMENT ON COLUMN manifests.taxa IS 'Taxa that have photos in it';
COMMENT ON COLUMN manifests.photos IS 'Rows in manifest_photos';
COMMENT ON COLUMN manifests.created_at IS 'When it was built';

CREATE TABLE manifest_photos (
    manifest_id INTEGER NOT NULL,
    file_id BIGINT NOT NULL,
    taxon_key VARCHAR NOT NULL,
    scientific_name VARCHAR NOT NULL,
    original_name VARCHAR NOT NULL,
    name_source VARCHAR NOT NULL,
    slug VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    rank BIGINT NOT NULL,
    source VARCHAR NOT NULL,
    photo_id BIGINT NOT NULL,
    taxon_id BIGINT,
    source_taxon_key VARCHAR,
    observation_id UUID,
    observation_key VARCHAR,
    quality_grade quality_grade,
    observed_on DATE,
    url VARCHAR NOT NULL,
    license VARCHAR NOT NULL,
    license_version VARCHAR,
    license_url VARCHAR,
    login VARCHAR,
    observer_name VARCHAR,
    creator VARCHAR,
    rights_holder VARCHAR,
    credit VARCHAR NOT NULL,
    width INTEGER,
    height INTEGER,
    dataset VARCHAR,
    photo_page VARCHAR,
    record_page VARCHAR
);
COMMENT ON TABLE manifest_photos IS 'The photos of the manifests, one row a photo and shortlist taxon, in the order of file_id';
COMMENT ON COLUMN manifest_photos.manifest_id IS 'The manifest';
COMMENT ON COLUMN manifest_photos.file_id IS 'Number of the row in its manifest, from 1, in order of taxon key and rank';
COMMENT ON COLUMN manifest_photos.taxon_key IS 'Key of the shortlist taxon; the label, where the manifest is sorted by another';
COMMENT ON COLUMN manifest_photos.scientific_name IS 'Accepted name of the shortlist taxon; the label, where the manifest is sorted by another';
COMMENT ON COLUMN manifest_photos.original_name IS 'Spelling that led to the photo, the first by source and name where several did';
COMMENT ON COLUMN manifest_photos.name_source IS 'Who spells it so';
COMMENT ON COLUMN manifest_photos.slug IS 'Folder of the taxon';
COMMENT ON COLUMN manifest_photos.file_name IS 'File below the root: {slug}/{photo_id}_{size}.{ext}, without a size where the source has one only';
COMMENT ON COLUMN manifest_photos.rank IS 'Place among the photos of its taxon, from 1';
COMMENT ON COLUMN manifest_photos.source IS 'Kind of source that the photo is chosen from';
COMMENT ON COLUMN manifest_photos.photo_id IS 'Number of the photo, as in the view candidates';
COMMENT ON COLUMN manifest_photos.taxon_id IS 'What the photo shows, as in the view taxa: perhaps a descendant of the matched taxon';
COMMENT ON COLUMN manifest_photos.source_taxon_key IS 'The same as its source keys it; null where taxon_id is that';
COMMENT ON COLUMN manifest_photos.observation_id IS 'Record that shows the photo, as in the view candidates';
COMMENT ON COLUMN manifest_photos.observation_key IS 'The same as its source keys it; null where observation_id is that';
COMMENT ON COLUMN manifest_photos.quality_grade IS 'Grade of that observation';
COMMENT ON COLUMN manifest_photos.observed_on IS 'Day of that observation';
COMMENT ON COLUMN manifest_photos.url IS 'Where the photo is fetched';
COMMENT ON COLUMN manifest_photos.license IS 'Licence of the photo, normalised';
COMMENT ON COLUMN manifest_photos.license_version IS 'Version of that licence, such as 2.0, where the source names one; null for 4.0 and for licences without';
COMMENT ON COLUMN manifest_photos.license_url IS 'Where the text of that version stands; null where licenses has it, or there is none';
COMMENT ON COLUMN manifest_photos.login IS 'User name of the photo''s owner';
COMMENT ON COLUMN manifest_photos.observer_name IS 'Name of the photo''s owner; null for most';
COMMENT ON COLUMN manifest_photos.creator IS 'Who is credited: the owner''s name, else the user name, else ''iNaturalist user'' and the number';
COMMENT ON COLUMN manifest_photos.rights_holder IS 'Who holds the rights, where the source names somebody';
COMMENT ON COLUMN manifest_photos.credit IS 'Ready credit line in iNaturalist''s form';
COMMENT ON COLUMN manifest_photos.width IS 'Width of the original in pixels';
COMMENT ON COLUMN manifest_photos.height IS 'Height of the original in pixels';
COMMENT ON COLUMN manifest_photos.dataset IS 'Data set of the record, where the source has several';
COMMENT ON COLUMN manifest_photos.photo_page IS 'Page about the photo; null where sources has it, or there is none';
COMMENT ON COLUMN manifest_photos.record_page IS 'Page about the record that shows it; null where sources has it, or there is none';

CREATE TABLE manifest_shared (
    manifest_id INTEGER NOT NULL,
    file_id BIGINT NOT NULL,
    first_file_id BIGINT NOT NULL,
    file_name VARCHAR NOT NULL
);
COMMENT ON TABLE manifest_shared IS 'Rows of manifest_photos whose photo or address an earlier row has too: it is fetched once for all of them';
COMMENT ON COLUMN manifest_shared.manifest_id IS 'The manifest';
COMMENT ON COLUMN manifest_shared.file_id IS 'The row of manifest_photos';
COMMENT ON COLUMN manifest_shared.first_file_id IS 'The first row with the same address';
COMMENT ON COLUMN manifest_shared.file_name IS 'File of the row below the root';
INSERT INTO manifest_shared BY NAME
SELECT p.manifest_id, p.file_id, s.first_file_id, p.file_name
FROM manifest_photos AS p
JOIN (
    SELECT manifest_id, photo_id, min(file_id) AS first_file_id
    FROM manifest_photos
    GROUP BY manifest_id, photo_id
    HAVING count(*) > 1
) AS s ON s.manifest_id = p.manifest_id AND s.photo_id = p.photo_id
WHERE p.file_id <> s.first_file_id
ORDER BY p.manifest_id, s.first_file_id, p.file_id;

CREATE MACRO manifest_number(manifest_name) AS (
    SELECT
        CASE
            WHEN manifest_name IS NOT NULL AND count(*) = 0
                THEN error('no manifest is called ''' || manifest_name || '''')
            ELSE max(m.manifest_id)
        END
    FROM manifests AS m
    WHERE manifest_name IS NULL OR m.name = manifest_name
);
COMMENT ON MACRO manifest_number IS 'Number of the manifest of that name, of the newest one for NULL; an error where there is none of that name';

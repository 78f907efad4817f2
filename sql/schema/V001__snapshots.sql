-- What was taken in, and the licences. The tables of the sources stand in sql/sources.
-- Forward-only from the first release on: later changes are new files, never edits of these.
-- No primary keys, unique constraints or indexes: an index costs load time and file size, and on rows that change
-- it is where DuckDB has had its corruption bugs. Uniqueness is checked where rows come in.

CREATE TYPE quality_grade AS ENUM ('casual', 'needs_id', 'research');

CREATE TABLE sources (
    source VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    terms VARCHAR NOT NULL,
    has_grades BOOLEAN NOT NULL,
    url_template VARCHAR,
    photo_page VARCHAR,
    record_page VARCHAR
);
COMMENT ON TABLE sources IS 'The kinds of sources';
COMMENT ON COLUMN sources.source IS 'Name, as in candidates and taxa';
COMMENT ON COLUMN sources.title IS 'What it is called';
COMMENT ON COLUMN sources.terms IS 'Where its terms of use stand, or whose hold';
COMMENT ON COLUMN sources.has_grades IS 'Whether its records have a quality grade';
COMMENT ON COLUMN sources.url_template IS 'Address of each of its photos, with {photo_id}, {size} and {extension}; null where each has an address of its own';
COMMENT ON COLUMN sources.photo_page IS 'Page about each of its photos, with {photo_id}; null where candidates names it';
COMMENT ON COLUMN sources.record_page IS 'Page about each of its records, with {observation_key}; null where candidates names it';

CREATE TABLE snapshots (
    snapshot_id INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    snapshot_date DATE,
    size_bytes BIGINT,
    rejected_rows BIGINT NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    ingested_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE snapshots IS 'One row for each ingest of outside metadata; the newest of each source and name is the one in the tables';
COMMENT ON COLUMN snapshots.snapshot_id IS 'Number of the snapshot, from 1';
COMMENT ON COLUMN snapshots.source IS 'Kind of source: inat-open-data, dwca, urls, inat-api';
COMMENT ON COLUMN snapshots.name IS 'Which of the source''s snapshots it takes the place of: of an archive, a list of addresses or of species its name, of iNaturalist''s bundle the source''s';
COMMENT ON COLUMN snapshots.origin IS 'File, folder or URL that was read';
COMMENT ON COLUMN snapshots.snapshot_date IS 'Day the source was exported, where its name tells; null otherwise';
COMMENT ON COLUMN snapshots.size_bytes IS 'Bytes read from the origin, as they lay there (compressed)';
COMMENT ON COLUMN snapshots.rejected_rows IS 'Rows kept in ingest_rejects instead of their table';
COMMENT ON COLUMN snapshots.started_at IS 'When the ingest began';
COMMENT ON COLUMN snapshots.ingested_at IS 'When the ingest was complete';

CREATE TABLE snapshot_tables (
    snapshot_id INTEGER NOT NULL,
    table_name VARCHAR NOT NULL,
    loaded_rows BIGINT NOT NULL,
    rejected_rows BIGINT NOT NULL
);
COMMENT ON TABLE snapshot_tables IS 'Rows of each table of a snapshot';
COMMENT ON COLUMN snapshot_tables.snapshot_id IS 'The snapshot';
COMMENT ON COLUMN snapshot_tables.table_name IS 'Table of the catalogue that took the rows';
COMMENT ON COLUMN snapshot_tables.loaded_rows IS 'Rows loaded';
COMMENT ON COLUMN snapshot_tables.rejected_rows IS 'Rows kept in ingest_rejects';

CREATE TABLE ingest_rejects (
    snapshot_id INTEGER NOT NULL,
    file VARCHAR NOT NULL,
    line BIGINT NOT NULL,
    text VARCHAR,
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE ingest_rejects IS 'Every row of a source that could not be loaded, with the reason';
COMMENT ON COLUMN ingest_rejects.snapshot_id IS 'The snapshot that the row belongs to';
COMMENT ON COLUMN ingest_rejects.file IS 'File inside the source';
COMMENT ON COLUMN ingest_rejects.line IS 'Line of that file, the header being line 1; the number of the row where rows are no lines';
COMMENT ON COLUMN ingest_rejects.text IS 'The row as it stands in the file, its first 10,000 characters if it is longer';
COMMENT ON COLUMN ingest_rejects.reason IS 'What is wrong with it';

CREATE TABLE datasets (
    snapshot_id INTEGER NOT NULL,
    dataset_key VARCHAR NOT NULL,
    title VARCHAR,
    license VARCHAR NOT NULL,
    rights VARCHAR,
    citation VARCHAR,
    doi VARCHAR
);
COMMENT ON TABLE datasets IS 'The data sets that the records of a snapshot are from, as its documents tell';
COMMENT ON COLUMN datasets.snapshot_id IS 'The snapshot';
COMMENT ON COLUMN datasets.dataset_key IS 'Key of the data set, as in candidates; empty where the document has none';
COMMENT ON COLUMN datasets.title IS 'Title';
COMMENT ON COLUMN datasets.license IS 'Licence of the data set, normalised, which is not that of its photos';
COMMENT ON COLUMN datasets.rights IS 'What the document says of rights, word for word';
COMMENT ON COLUMN datasets.citation IS 'How it wants to be cited';
COMMENT ON COLUMN datasets.doi IS 'Its DOI, without https://doi.org/';

CREATE TABLE gbif_downloads (
    download_key VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    predicate VARCHAR,
    checklist_key VARCHAR,
    checklist_release VARCHAR,
    asked_for VARCHAR,
    requested_by VARCHAR,
    requested_at TIMESTAMPTZ,
    doi VARCHAR,
    license VARCHAR,
    citation VARCHAR,
    link VARCHAR,
    size_bytes BIGINT,
    total_records BIGINT,
    datasets BIGINT,
    created_at TIMESTAMPTZ,
    modified_at TIMESTAMPTZ,
    erase_after TIMESTAMPTZ,
    seen_at TIMESTAMPTZ NOT NULL,
    fetched_at TIMESTAMPTZ,
    loaded_records BIGINT
);
COMMENT ON TABLE gbif_downloads IS 'Downloads of GBIF that were asked for or fetched here, and what GBIF said of them last';
COMMENT ON COLUMN gbif_downloads.download_key IS 'GBIF''s key of it, by which all commands name it';
COMMENT ON COLUMN gbif_downloads.status IS 'PREPARING, RUNNING, SUSPENDED: GBIF works on it; SUCCEEDED: its file is there; CANCELLED, KILLED, FAILED, FILE_ERASED: it has none; UNKNOWN: GBIF knows it no more';
COMMENT ON COLUMN gbif_downloads.format IS 'DWCA, the only one with photos, SIMPLE_PARQUET or SIMPLE_CSV';
COMMENT ON COLUMN gbif_downloads.predicate IS 'What was asked for, as JSON';
COMMENT ON COLUMN gbif_downloads.checklist_key IS 'Checklist that its keys of taxa are of, by its key at GBIF; null where the request named none, which means the backbone';
COMMENT ON COLUMN gbif_downloads.checklist_release IS 'Release of that checklist, where names were looked up for the request';
COMMENT ON COLUMN gbif_downloads.asked_for IS 'File or list that it was asked for; null where another program asked';
COMMENT ON COLUMN gbif_downloads.requested_by IS 'User of GBIF who asked here';
COMMENT ON COLUMN gbif_downloads.requested_at IS 'When that was';
COMMENT ON COLUMN gbif_downloads.doi IS 'DOI to cite it by, without https://doi.org/';
COMMENT ON COLUMN gbif_downloads.license IS 'Licence of all of its records together, which is not that of its photos';
COMMENT ON COLUMN gbif_downloads.citation IS 'How GBIF wants it to be cited';
COMMENT ON COLUMN gbif_downloads.link IS 'Where its file is';
COMMENT ON COLUMN gbif_downloads.size_bytes IS 'Size of its file, in bytes; 0 before it is there';
COMMENT ON COLUMN gbif_downloads.total_records IS 'Occurrences in it, as GBIF says';
COMMENT ON COLUMN gbif_downloads.datasets IS 'Number of data sets that it has records of; the table datasets has them once it is taken in';
COMMENT ON COLUMN gbif_downloads.created_at IS 'When GBIF began it';
COMMENT ON COLUMN gbif_downloads.modified_at IS 'When its status changed last';
COMMENT ON COLUMN gbif_downloads.erase_after IS 'When GBIF may remove its file';
COMMENT ON COLUMN gbif_downloads.seen_at IS 'When GBIF was asked last';
COMMENT ON COLUMN gbif_downloads.fetched_at IS 'When it was taken in here last; null if never';
COMMENT ON COLUMN gbif_downloads.loaded_records IS 'Records that were taken in then; fewer than total_records where some were bad, or GBIF counts others';

CREATE TABLE licenses (
    license VARCHAR NOT NULL,
    url VARCHAR,
    rights VARCHAR NOT NULL,
    is_open BOOLEAN NOT NULL,
    strictness INTEGER NOT NULL,
    terms VARCHAR NOT NULL
);
COMMENT ON TABLE licenses IS 'The licences that photocat tells apart';
COMMENT ON COLUMN licenses.license IS 'Normalised code';
COMMENT ON COLUMN licenses.url IS 'Where its text stands; null where there is none';
COMMENT ON COLUMN licenses.rights IS 'The words of a credit line in iNaturalist''s form, after the name';
COMMENT ON COLUMN licenses.is_open IS 'Whether photos under it are chosen unless the user names licences';
COMMENT ON COLUMN licenses.strictness IS 'The greater, the less is allowed';
COMMENT ON COLUMN licenses.terms IS 'The words of a credit line in the form title, author, source, licence (TASL), after the author';
INSERT INTO licenses (license, url, rights, is_open, strictness, terms) VALUES
    ('CC0', 'https://creativecommons.org/publicdomain/zero/1.0/', 'no rights reserved (CC0)', true, 1, 'is marked with CC0 1.0'),
    ('CC-BY', 'https://creativecommons.org/licenses/by/4.0/', 'some rights reserved (CC BY)', true, 3, 'is licensed under CC BY 4.0'),
    ('CC-BY-NC', 'https://creativecommons.org/licenses/by-nc/4.0/', 'some rights reserved (CC BY-NC)', true, 6, 'is licensed under CC BY-NC 4.0'),
    ('CC-BY-SA', 'https://creativecommons.org/licenses/by-sa/4.0/', 'some rights reserved (CC BY-SA)', true, 4, 'is licensed under CC BY-SA 4.0'),
    ('CC-BY-ND', 'https://creativecommons.org/licenses/by-nd/4.0/', 'some rights reserved (CC BY-ND)', true, 5, 'is licensed under CC BY-ND 4.0'),
    ('CC-BY-NC-SA', 'https://creativecommons.org/licenses/by-nc-sa/4.0/', 'some rights reserved (CC BY-NC-SA)', true, 7, 'is licensed under CC BY-NC-SA 4.0'),
    ('CC-BY-NC-ND', 'https://creativecommons.org/licenses/by-nc-nd/4.0/', 'some rights reserved (CC BY-NC-ND)', true, 8, 'is licensed under CC BY-NC-ND 4.0'),
    ('PD', 'https://en.wikipedia.org/wiki/Public_domain', 'no known copyright restrictions (public domain)', true, 2, 'has no known copyright restrictions'),
    ('ARR', NULL, 'all rights reserved', false, 10, 'is under copyright, all rights reserved'),
    ('UNKNOWN', NULL, 'licence unknown', false, 9, 'is under an unknown licence');

CREATE TABLE license_texts (
    text VARCHAR NOT NULL,
    license VARCHAR NOT NULL,
    version VARCHAR,
    url VARCHAR
);
COMMENT ON TABLE license_texts IS 'What the words of sources about the licence of a photo were taken for';
COMMENT ON COLUMN license_texts.text IS 'The words, as they stand in the source';
COMMENT ON COLUMN license_texts.license IS 'Licence, normalised: UNKNOWN where they could not be placed';
COMMENT ON COLUMN license_texts.version IS 'Version of the licence, such as 4.0; null where the words do not tell';
COMMENT ON COLUMN license_texts.url IS 'Where the text of that version stands; null where there is none';

CREATE MACRO creator_of(observer_name, login, observer_id) AS coalesce(
    nullif(trim(observer_name), ''), nullif(trim(login), ''), 'iNaturalist user ' || observer_id, 'unknown'
);
COMMENT ON MACRO creator_of IS 'Who is credited: the owner''s name, else the user name, else the number';

CREATE MACRO address_of(url_template, photo_id, size, extension) AS replace(
    replace(replace(url_template, '{photo_id}', photo_id::VARCHAR), '{size}', size),
    '{extension}',
    url_encode(coalesce(extension, 'jpg'))
);
COMMENT ON MACRO address_of IS 'Where a photo is fetched: url_template as in candidates, with what is put in';

-- The second expression would do for both, but takes seven times as long.
CREATE MACRO photo_number(address) AS coalesce(
    CASE
        WHEN contains(address, 'inaturalist')
            THEN coalesce(
                try_cast(
                    regexp_extract(
                        address,
                        '^https?://(?:inaturalist-open-data\.s3\.amazonaws\.com|static\.inaturalist\.org)/photos/([0-9]{1,15})/',
                        1
                    ) AS BIGINT
                ),
                try_cast(
                    regexp_extract(
                        address,
                        '^https?://inaturalist-open-data\.s3\.[a-z0-9-]+\.amazonaws\.com/photos/([0-9]{1,15})/',
                        1
                    ) AS BIGINT
                )
            )
    END,
    4611686018427387904 + (md5_number_lower(address) % 4611686018427387904)::BIGINT
);
COMMENT ON MACRO photo_number IS 'Number of the photo at an address: iNaturalist''s own for its photos, for others 2^62 and above, by the address';

CREATE MACRO own_template(address, photo_id) AS CASE
    WHEN photo_id < 4611686018427387904 THEN regexp_extract(address, '^https?://[^/]+/photos/') || '{photo_id}/{size}.{extension}'
    ELSE replace(replace(address, '{', '%7B'), '}', '%7D')
END;
COMMENT ON MACRO own_template IS 'url_template of a photo that has an address of its own: iNaturalist''s come in all sizes, others as they are';

CREATE MACRO credit_line(creator, license, rights) AS
    CASE WHEN license IN ('CC0', 'PD') THEN '' ELSE '(c) ' END || creator || ', ' || rights;
COMMENT ON MACRO credit_line IS 'Credit line in iNaturalist''s form; rights as in the table licenses';

-- What is rare is looked for by a word first: a regular expression over each address, or trim, which looks at the class of
-- each letter, would take longer than reading it. An argument, and that of nullif, is worked out as often as it is named.
CREATE MACRO whole_image(address) AS CASE
    WHEN contains(lower(address), '/info.json')
        THEN regexp_replace(trim(address), '(?i)^(https?://.+)/info\.json(?:[?#].*)?$', '\1/full/max/0/default.jpg')
    WHEN contains(address, ' ') OR strlen(address) <> length(address) THEN trim(address)
    ELSE address
END;
COMMENT ON MACRO whole_image IS 'Address of the whole image that an info.json describes (IIIF Image API); any other address as it is';

CREATE MACRO media_form(address, format) AS CASE
    WHEN regexp_matches(address, '^\s*(?i:https?)://[^\s/]')
        THEN CASE
            WHEN contains(lower(address), '/info.json') AND whole_image(address) <> trim(address) THEN 'iiif_image'
            WHEN (contains(lower(format), 'ld+json') AND starts_with(lower(trim(format)), 'application/ld+json'))
                OR (
                    contains(lower(address), 'manifest')
                    AND regexp_full_match(trim(address), '(?i).*/(?:manifest(?:\.json)?|.*iiif.*manifest.*)/?(?:[?#].*)?')
                )
                THEN 'iiif_manifest'
            ELSE 'file'
        END
    WHEN coalesce(trim(address), '') = '' THEN 'none'
    ELSE 'not_web'
END;
COMMENT ON MACRO media_form IS 'What the address of a media record leads to: file, iiif_image, iiif_manifest, not_web or none';

CREATE MACRO media_ending(address) AS lower(
    coalesce(
        CASE
            WHEN (starts_with(address, 'https://') OR starts_with(address, 'http://'))
                AND contains(substr(address, 9), '/')
                AND NOT contains(address, '?')
                AND NOT contains(address, '#')
                THEN CASE
                    WHEN suffix(address, '.jpg') THEN 'jpg'
                    ELSE regexp_extract_all(substr(address, -9), '\.([A-Za-z0-9]{2,8})$', 1)[1]
                END
        END,
        regexp_extract_all(address, '^\s*[A-Za-z]+://[^/?#]+/[^?#]*\.([A-Za-z0-9]{2,8})\s*(?:[?#]|$)', 1)[1]
    )
);
COMMENT ON MACRO media_ending IS 'Ending of an address in small letters; null for none';

-- What people have noted of the very record says more than what kind of record it is.
CREATE MACRO image_kind_rule_of(basis_of_record, vitality, life_stage, evidence) AS CASE
    WHEN evidence <> '' AND NOT contains(evidence, 'organism') THEN 'evidence'
    WHEN life_stage = 'egg' THEN 'life_stage'
    WHEN vitality = 'dead' THEN 'vitality'
    WHEN lower(replace(basis_of_record, '_', '')) IN (
        'humanobservation', 'machineobservation', 'livingspecimen', 'preservedspecimen', 'fossilspecimen', 'materialsample',
        'materialentity', 'materialcitation'
    ) THEN 'basis_of_record'
END;
COMMENT ON MACRO image_kind_rule_of IS 'Which of its arguments says what a photo shows: evidence, life_stage, vitality or basis_of_record; null for none';

CREATE MACRO image_kind_of(basis_of_record, kingdom, vitality, life_stage, evidence) AS CASE
    image_kind_rule_of(basis_of_record, vitality, life_stage, evidence)
    WHEN 'evidence' THEN CASE WHEN contains(evidence, 'egg') THEN 'egg' ELSE 'track' END
    WHEN 'life_stage' THEN 'egg'
    WHEN 'vitality' THEN 'specimen'
    WHEN 'basis_of_record' THEN CASE lower(replace(basis_of_record, '_', ''))
        WHEN 'humanobservation' THEN 'living'
        WHEN 'machineobservation' THEN 'living'
        WHEN 'livingspecimen' THEN 'living'
        WHEN 'materialcitation' THEN 'drawing'
        WHEN 'preservedspecimen' THEN CASE WHEN lower(kingdom) IN ('plantae', 'fungi', 'chromista') THEN 'sheet' ELSE 'specimen' END
        ELSE 'specimen'
    END
    ELSE 'unknown'
END;
COMMENT ON MACRO image_kind_of IS 'What a photo shows: living, specimen, sheet, track, egg, drawing or unknown';

COMMENT ON TABLE schema_versions IS 'Which migrations of sql/schema and sql/sources have been applied';
COMMENT ON COLUMN schema_versions.version IS 'Number of the migration';
COMMENT ON COLUMN schema_versions.name IS 'Its file';
COMMENT ON COLUMN schema_versions.applied_at IS 'When it was applied';

-- The catalogue as first released. Forward-only: later changes are new files, never edits of this one.
-- No primary keys, unique constraints or indexes: an index costs load time and file size, and on rows that change
-- it is where DuckDB has had its corruption bugs. Uniqueness is checked where rows come in.

CREATE TYPE quality_grade AS ENUM ('casual', 'needs_id', 'research');

CREATE TABLE snapshots (
    snapshot_id INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    snapshot_date DATE,
    size_bytes BIGINT,
    rejected_rows BIGINT NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    ingested_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE snapshots IS 'One row for each ingest of outside metadata; the newest of a source is the one in the tables';
COMMENT ON COLUMN snapshots.snapshot_id IS 'Number of the snapshot, from 1';
COMMENT ON COLUMN snapshots.source IS 'Kind of source: inat-open-data';
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
COMMENT ON COLUMN ingest_rejects.line IS 'Line of that file, the header being line 1';
COMMENT ON COLUMN ingest_rejects.text IS 'The row as it stands in the file, its first 10,000 characters if it is longer';
COMMENT ON COLUMN ingest_rejects.reason IS 'What is wrong with it';

CREATE TABLE inat_taxa (
    taxon_id INTEGER,
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
    taxon_id INTEGER,
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

CREATE TABLE licenses (
    license VARCHAR NOT NULL,
    url VARCHAR,
    rights VARCHAR NOT NULL,
    is_open BOOLEAN NOT NULL
);
COMMENT ON TABLE licenses IS 'The licences that photocat tells apart';
COMMENT ON COLUMN licenses.license IS 'Normalised code';
COMMENT ON COLUMN licenses.url IS 'Where its text stands; null where there is none';
COMMENT ON COLUMN licenses.rights IS 'The words of a credit line in iNaturalist''s form, after the name';
COMMENT ON COLUMN licenses.is_open IS 'Whether photos under it are chosen unless the user names licences';
INSERT INTO licenses VALUES
    ('CC0', 'https://creativecommons.org/publicdomain/zero/1.0/', 'no rights reserved (CC0)', true),
    ('CC-BY', 'https://creativecommons.org/licenses/by/4.0/', 'some rights reserved (CC-BY)', true),
    ('CC-BY-NC', 'https://creativecommons.org/licenses/by-nc/4.0/', 'some rights reserved (CC-BY-NC)', true),
    ('CC-BY-SA', 'https://creativecommons.org/licenses/by-sa/4.0/', 'some rights reserved (CC-BY-SA)', true),
    ('CC-BY-ND', 'https://creativecommons.org/licenses/by-nd/4.0/', 'some rights reserved (CC-BY-ND)', true),
    ('CC-BY-NC-SA', 'https://creativecommons.org/licenses/by-nc-sa/4.0/', 'some rights reserved (CC-BY-NC-SA)', true),
    ('CC-BY-NC-ND', 'https://creativecommons.org/licenses/by-nc-nd/4.0/', 'some rights reserved (CC-BY-NC-ND)', true),
    ('PD', 'https://en.wikipedia.org/wiki/Public_domain', 'no known copyright restrictions', true),
    ('ARR', NULL, 'all rights reserved', false),
    ('UNKNOWN', NULL, 'licence unknown', false);

CREATE TABLE shortlist (
    taxon_key VARCHAR NOT NULL,
    scientific_name VARCHAR NOT NULL,
    slug VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    loaded_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE shortlist IS 'The taxa that photos are wanted of, one row each';
COMMENT ON COLUMN shortlist.taxon_key IS 'The user''s key of the taxon, for example a WFO id; the name where the list has no key';
COMMENT ON COLUMN shortlist.scientific_name IS 'Accepted name, as the list gives it';
COMMENT ON COLUMN shortlist.slug IS 'Folder name of the taxon: safe on every file system, never shared';
COMMENT ON COLUMN shortlist.origin IS 'File that it was loaded from';
COMMENT ON COLUMN shortlist.loaded_at IS 'When it was loaded';

CREATE TABLE shortlist_names (
    taxon_key VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    original_name VARCHAR NOT NULL
);
COMMENT ON TABLE shortlist_names IS 'Every spelling that a shortlist taxon goes by, by source; all are kept and all are matched';
COMMENT ON COLUMN shortlist_names.taxon_key IS 'Key of the shortlist taxon';
COMMENT ON COLUMN shortlist_names.source IS 'Who spells it so; accepted for the accepted name';
COMMENT ON COLUMN shortlist_names.original_name IS 'The spelling, exactly as the source has it';

CREATE TABLE shortlist_rejects (
    file VARCHAR NOT NULL,
    line BIGINT NOT NULL,
    text VARCHAR,
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE shortlist_rejects IS 'Rows of a file of names or overrides that could not be used, with the reason';
COMMENT ON COLUMN shortlist_rejects.file IS 'The file';
COMMENT ON COLUMN shortlist_rejects.line IS 'Row of the file, the first after the header being 1';
COMMENT ON COLUMN shortlist_rejects.text IS 'Key and name as found';
COMMENT ON COLUMN shortlist_rejects.reason IS 'What is wrong with it';

CREATE TABLE name_overrides (
    from_name VARCHAR NOT NULL,
    to_name VARCHAR NOT NULL,
    added_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE name_overrides IS 'Spellings that a person has decided: from_name is looked up as to_name';
COMMENT ON COLUMN name_overrides.from_name IS 'Spelling in a shortlist, compared trimmed and case-folded';
COMMENT ON COLUMN name_overrides.to_name IS 'Name to look up instead, or the number of a taxon';
COMMENT ON COLUMN name_overrides.added_at IS 'When it was decided';

CREATE TABLE match_runs (
    definition JSON NOT NULL,
    snapshot_id INTEGER NOT NULL,
    matched_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE match_runs IS 'Every match of the shortlist with the taxa; matches holds what the newest found';
COMMENT ON COLUMN match_runs.definition IS 'The options it ran with';
COMMENT ON COLUMN match_runs.snapshot_id IS 'Snapshot whose taxa were searched';
COMMENT ON COLUMN match_runs.matched_at IS 'When it ran';

CREATE TABLE matches (
    taxon_key VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    original_name VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    method VARCHAR,
    candidates INTEGER NOT NULL,
    taxon_id INTEGER,
    matched_name VARCHAR,
    matched_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE matches IS 'How every spelling of the shortlist ended in the last match';
COMMENT ON COLUMN matches.taxon_key IS 'Key of the shortlist taxon';
COMMENT ON COLUMN matches.source IS 'Who spells it so';
COMMENT ON COLUMN matches.original_name IS 'The spelling';
COMMENT ON COLUMN matches.status IS 'matched, ambiguous (several taxa fit) or unmatched (none does)';
COMMENT ON COLUMN matches.method IS 'How the candidates were found: override, exact or canonical; null when unmatched';
COMMENT ON COLUMN matches.candidates IS 'Number of taxa that fit';
COMMENT ON COLUMN matches.taxon_id IS 'iNaturalist taxon; null unless matched';
COMMENT ON COLUMN matches.matched_name IS 'Name of that taxon';
COMMENT ON COLUMN matches.matched_at IS 'When the match ran';

CREATE TABLE match_candidates (
    original_name VARCHAR NOT NULL,
    taxon_id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    rank VARCHAR,
    active BOOLEAN,
    ancestry VARCHAR
);
COMMENT ON TABLE match_candidates IS 'The taxa that fit each ambiguous spelling';
COMMENT ON COLUMN match_candidates.original_name IS 'The spelling';
COMMENT ON COLUMN match_candidates.taxon_id IS 'A taxon that fits';
COMMENT ON COLUMN match_candidates.name IS 'Its name';
COMMENT ON COLUMN match_candidates.rank IS 'Its rank';
COMMENT ON COLUMN match_candidates.active IS 'Whether iNaturalist still uses it';
COMMENT ON COLUMN match_candidates.ancestry IS 'Its ancestors, which tell homonyms apart';

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
COMMENT ON COLUMN manifests.snapshot_id IS 'Snapshot it was chosen from';
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
    photo_id BIGINT NOT NULL,
    taxon_id INTEGER NOT NULL,
    observation_uuid UUID NOT NULL,
    quality_grade quality_grade,
    observed_on DATE,
    url VARCHAR NOT NULL,
    license VARCHAR NOT NULL,
    login VARCHAR,
    observer_name VARCHAR,
    credit VARCHAR NOT NULL,
    width INTEGER,
    height INTEGER
);
COMMENT ON TABLE manifest_photos IS 'The photos of the manifests, one row a photo and shortlist taxon, in the order of file_id';
COMMENT ON COLUMN manifest_photos.manifest_id IS 'The manifest';
COMMENT ON COLUMN manifest_photos.file_id IS 'Number of the row in its manifest, from 1, in order of taxon key and rank';
COMMENT ON COLUMN manifest_photos.taxon_key IS 'Key of the shortlist taxon';
COMMENT ON COLUMN manifest_photos.scientific_name IS 'Accepted name of the shortlist taxon';
COMMENT ON COLUMN manifest_photos.original_name IS 'Spelling that led to the photo, the first by source and name where several did';
COMMENT ON COLUMN manifest_photos.name_source IS 'Who spells it so';
COMMENT ON COLUMN manifest_photos.slug IS 'Folder of the taxon';
COMMENT ON COLUMN manifest_photos.file_name IS 'File below the root: {slug}/{photo_id}_{size}.{ext}';
COMMENT ON COLUMN manifest_photos.rank IS 'Place among the photos of its taxon, from 1';
COMMENT ON COLUMN manifest_photos.photo_id IS 'Number of the photo';
COMMENT ON COLUMN manifest_photos.taxon_id IS 'iNaturalist taxon of the observation, perhaps a descendant of the matched one';
COMMENT ON COLUMN manifest_photos.observation_uuid IS 'Observation that shows the photo';
COMMENT ON COLUMN manifest_photos.quality_grade IS 'Grade of that observation';
COMMENT ON COLUMN manifest_photos.observed_on IS 'Day of that observation';
COMMENT ON COLUMN manifest_photos.url IS 'Where the photo is fetched';
COMMENT ON COLUMN manifest_photos.license IS 'Licence of the photo, normalised';
COMMENT ON COLUMN manifest_photos.login IS 'User name of the photo''s owner';
COMMENT ON COLUMN manifest_photos.observer_name IS 'Name of the photo''s owner; null for most';
COMMENT ON COLUMN manifest_photos.credit IS 'Ready credit line in iNaturalist''s form';
COMMENT ON COLUMN manifest_photos.width IS 'Width of the original in pixels';
COMMENT ON COLUMN manifest_photos.height IS 'Height of the original in pixels';

CREATE TABLE download_runs (
    run_id INTEGER NOT NULL,
    manifest_id INTEGER NOT NULL,
    root VARCHAR NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    outcome VARCHAR
);
COMMENT ON TABLE download_runs IS 'Every start of a download';
COMMENT ON COLUMN download_runs.run_id IS 'Number of the run, from 1';
COMMENT ON COLUMN download_runs.manifest_id IS 'The manifest that was downloaded';
COMMENT ON COLUMN download_runs.root IS 'Where the files went: an absolute folder, or s3://bucket/prefix (?endpoint=URL behind it where the server is not Amazon''s)';
COMMENT ON COLUMN download_runs.started_at IS 'When it began';
COMMENT ON COLUMN download_runs.finished_at IS 'When it ended; null while it runs';
COMMENT ON COLUMN download_runs.outcome IS 'done, partial, interrupted or failed; null while it runs';

CREATE TABLE download_events (
    run_id INTEGER NOT NULL,
    manifest_id INTEGER NOT NULL,
    file_id BIGINT NOT NULL,
    state VARCHAR NOT NULL,
    attempt INTEGER NOT NULL,
    http_status INTEGER,
    reason VARCHAR,
    size_bytes BIGINT,
    sha256 BLOB,
    etag VARCHAR,
    format VARCHAR,
    width INTEGER,
    height INTEGER,
    ttfb_ms INTEGER,
    total_ms INTEGER,
    happened_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE download_events IS 'What happened to each file, append-only; the view downloads has the newest of each';
COMMENT ON COLUMN download_events.run_id IS 'The run';
COMMENT ON COLUMN download_events.manifest_id IS 'The manifest';
COMMENT ON COLUMN download_events.file_id IS 'The row of manifest_photos';
COMMENT ON COLUMN download_events.state IS 'pending, active, done, adopted, retry, gone, refused or failed';
COMMENT ON COLUMN download_events.attempt IS 'Attempts made in this run so far';
COMMENT ON COLUMN download_events.http_status IS 'Status code of the answer; null where none came';
COMMENT ON COLUMN download_events.reason IS 'Why it is not done, in one word';
COMMENT ON COLUMN download_events.size_bytes IS 'Size of the file in bytes';
COMMENT ON COLUMN download_events.sha256 IS 'SHA-256 of the file';
COMMENT ON COLUMN download_events.etag IS 'ETag of the answer';
COMMENT ON COLUMN download_events.format IS 'What the bytes are: jpeg, png, gif, webp or tiff';
COMMENT ON COLUMN download_events.width IS 'Width of the file''s picture in pixels';
COMMENT ON COLUMN download_events.height IS 'Height of the file''s picture in pixels';
COMMENT ON COLUMN download_events.ttfb_ms IS 'Milliseconds from request to first byte';
COMMENT ON COLUMN download_events.total_ms IS 'Milliseconds from request to last byte';
COMMENT ON COLUMN download_events.happened_at IS 'When it happened';

CREATE TABLE photo_checks (
    manifest_id INTEGER NOT NULL,
    file_id BIGINT,
    file_name VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    size_bytes BIGINT,
    sha256 BLOB,
    checked_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE photo_checks IS 'What the last verify of each manifest found amiss';
COMMENT ON COLUMN photo_checks.manifest_id IS 'The manifest';
COMMENT ON COLUMN photo_checks.file_id IS 'The row of manifest_photos; null for a file that no row names';
COMMENT ON COLUMN photo_checks.file_name IS 'File below the root';
COMMENT ON COLUMN photo_checks.verdict IS 'missing, wrong_size, wrong_hash, truncated, not_image or extra';
COMMENT ON COLUMN photo_checks.size_bytes IS 'Size found, in bytes; null when missing';
COMMENT ON COLUMN photo_checks.sha256 IS 'SHA-256 found; null when missing';
COMMENT ON COLUMN photo_checks.checked_at IS 'When it was checked';

CREATE VIEW downloads AS
SELECT
    m.name AS manifest,
    p.file_id,
    p.taxon_key,
    p.scientific_name,
    p.file_name,
    p.url,
    coalesce(e.state, 'pending') AS state,
    coalesce(e.attempt, 0) AS attempts,
    e.http_status,
    e.reason,
    e.size_bytes,
    e.sha256,
    e.format,
    e.width,
    e.height,
    e.ttfb_ms,
    e.total_ms,
    e.happened_at,
    p.manifest_id,
    p.photo_id
FROM manifest_photos AS p
JOIN manifests AS m ON m.manifest_id = p.manifest_id
LEFT JOIN (
    SELECT
        manifest_id,
        file_id,
        unnest(max_by(
            {
                state: state, attempt: attempt, http_status: http_status, reason: reason,
                size_bytes: size_bytes, sha256: sha256, format: format, width: width, height: height,
                ttfb_ms: ttfb_ms, total_ms: total_ms, happened_at: happened_at
            },
            rowid
        ))
    FROM download_events
    GROUP BY manifest_id, file_id
) AS e ON e.manifest_id = p.manifest_id AND e.file_id = p.file_id;
COMMENT ON VIEW downloads IS 'The newest state of every photo of every manifest';
COMMENT ON COLUMN downloads.manifest IS 'Name of the manifest';
COMMENT ON COLUMN downloads.file_id IS 'Number of the row in its manifest';
COMMENT ON COLUMN downloads.taxon_key IS 'Key of the shortlist taxon';
COMMENT ON COLUMN downloads.scientific_name IS 'Accepted name of the shortlist taxon';
COMMENT ON COLUMN downloads.file_name IS 'File below the root';
COMMENT ON COLUMN downloads.url IS 'Where the photo is fetched';
COMMENT ON COLUMN downloads.state IS 'pending, active, done, adopted, retry, gone, refused or failed';
COMMENT ON COLUMN downloads.attempts IS 'Attempts made in the last run that touched it';
COMMENT ON COLUMN downloads.http_status IS 'Status code of the last answer; null where none came';
COMMENT ON COLUMN downloads.reason IS 'Why it is not done, in one word; null when it is';
COMMENT ON COLUMN downloads.size_bytes IS 'Size of the file in bytes';
COMMENT ON COLUMN downloads.sha256 IS 'SHA-256 of the file';
COMMENT ON COLUMN downloads.format IS 'What the bytes are: jpeg, png, gif, webp or tiff';
COMMENT ON COLUMN downloads.width IS 'Width of the file''s picture in pixels';
COMMENT ON COLUMN downloads.height IS 'Height of the file''s picture in pixels';
COMMENT ON COLUMN downloads.ttfb_ms IS 'Milliseconds from request to first byte';
COMMENT ON COLUMN downloads.total_ms IS 'Milliseconds from request to last byte';
COMMENT ON COLUMN downloads.happened_at IS 'When the state was reached; null while pending from the start';
COMMENT ON COLUMN downloads.manifest_id IS 'Number of the manifest';
COMMENT ON COLUMN downloads.photo_id IS 'Number of the photo';

CREATE VIEW candidates AS
SELECT
    'inat-open-data' AS source,
    p.photo_id,
    p.observation_uuid,
    o.taxon_id,
    t.name AS scientific_name,
    t.rank,
    t.ancestry,
    coalesce(l.license, 'UNKNOWN') AS license,
    p.license AS license_text,
    p.observer_id,
    u.login,
    u.name AS observer_name,
    o.observed_on,
    o.quality_grade,
    o.latitude,
    o.longitude,
    o.positional_accuracy,
    o.anomaly_score,
    p.width,
    p.height,
    p.extension,
    p.position
FROM inat_photos AS p
JOIN inat_observations AS o ON o.observation_uuid = p.observation_uuid
LEFT JOIN inat_taxa AS t ON t.taxon_id = o.taxon_id
LEFT JOIN inat_observers AS u ON u.observer_id = p.observer_id
LEFT JOIN licenses AS l ON l.license = p.license;
COMMENT ON VIEW candidates IS 'Every photo that could be chosen, of every source, one row for each observation that shows it';
COMMENT ON COLUMN candidates.source IS 'Kind of source';
COMMENT ON COLUMN candidates.photo_id IS 'Number of the photo';
COMMENT ON COLUMN candidates.observation_uuid IS 'Observation that shows it';
COMMENT ON COLUMN candidates.taxon_id IS 'What the observation was identified as';
COMMENT ON COLUMN candidates.scientific_name IS 'Name of that taxon; null where the source lacks it';
COMMENT ON COLUMN candidates.rank IS 'Rank of that taxon';
COMMENT ON COLUMN candidates.ancestry IS 'Ancestors of that taxon, from the root, separated by /';
COMMENT ON COLUMN candidates.license IS 'Licence, normalised: one of the table licenses';
COMMENT ON COLUMN candidates.license_text IS 'Licence as the source has it';
COMMENT ON COLUMN candidates.observer_id IS 'Owner of the photo';
COMMENT ON COLUMN candidates.login IS 'User name of the owner';
COMMENT ON COLUMN candidates.observer_name IS 'Name of the owner; null for most';
COMMENT ON COLUMN candidates.observed_on IS 'Day of the observation';
COMMENT ON COLUMN candidates.quality_grade IS 'Grade of the observation';
COMMENT ON COLUMN candidates.latitude IS 'Degrees north';
COMMENT ON COLUMN candidates.longitude IS 'Degrees east';
COMMENT ON COLUMN candidates.positional_accuracy IS 'Uncertainty of the place, in metres';
COMMENT ON COLUMN candidates.anomaly_score IS 'Below 1 in an unexpected place';
COMMENT ON COLUMN candidates.width IS 'Width of the original in pixels';
COMMENT ON COLUMN candidates.height IS 'Height of the original in pixels';
COMMENT ON COLUMN candidates.extension IS 'File name extension of the original';
COMMENT ON COLUMN candidates.position IS 'Place among the photos of its observation, from 0';

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

COMMENT ON TABLE schema_versions IS 'Which migrations of sql/schema have been applied';
COMMENT ON COLUMN schema_versions.version IS 'Number of the migration';
COMMENT ON COLUMN schema_versions.name IS 'Its file';
COMMENT ON COLUMN schema_versions.applied_at IS 'When it was applied';

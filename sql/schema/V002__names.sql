-- Lists of names, and what their names were matched with.

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
    original_name VARCHAR NOT NULL,
    list VARCHAR,
    checklist_keys VARCHAR[]
);
COMMENT ON TABLE shortlist_names IS 'Every spelling that a shortlist taxon goes by, by source; all are kept and all are matched';
COMMENT ON COLUMN shortlist_names.taxon_key IS 'Key of the shortlist taxon';
COMMENT ON COLUMN shortlist_names.source IS 'Who spells it so; accepted for the accepted name';
COMMENT ON COLUMN shortlist_names.original_name IS 'The spelling, exactly as the source has it';
COMMENT ON COLUMN shortlist_names.list IS 'List that the spelling goes with; null for those of shortlist names, which stay';
COMMENT ON COLUMN shortlist_names.checklist_keys IS 'Keys that the list has for that name in public checklists, such as gbif:5231190 or inat:48484; null for none';

CREATE TABLE shortlist_lists (
    list VARCHAR NOT NULL,
    file VARCHAR NOT NULL,
    loaded_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE shortlist_lists IS 'The lists of names that were loaded; to load one again replaces it';
COMMENT ON COLUMN shortlist_lists.list IS 'Name of the list, of its file unless the user gave another';
COMMENT ON COLUMN shortlist_lists.file IS 'File that it was loaded from';
COMMENT ON COLUMN shortlist_lists.loaded_at IS 'When it was loaded last';

CREATE TABLE shortlist_entries (
    list VARCHAR NOT NULL,
    taxon_key VARCHAR NOT NULL,
    scientific_name VARCHAR NOT NULL
);
COMMENT ON TABLE shortlist_entries IS 'What each list wants; every taxon of the shortlist is in one or more';
COMMENT ON COLUMN shortlist_entries.list IS 'The list';
COMMENT ON COLUMN shortlist_entries.taxon_key IS 'Key of the taxon';
COMMENT ON COLUMN shortlist_entries.scientific_name IS 'Accepted name, as this list gives it: its first for that key';

CREATE TABLE shortlist_rows (
    list VARCHAR NOT NULL,
    line BIGINT NOT NULL,
    taxon_key VARCHAR NOT NULL,
    scientific_name VARCHAR NOT NULL,
    original_name VARCHAR NOT NULL,
    source VARCHAR,
    rank VARCHAR,
    authorship VARCHAR,
    cells MAP(VARCHAR, VARCHAR) NOT NULL
);
COMMENT ON TABLE shortlist_rows IS 'The rows of the lists that were loaded, with all their columns';
COMMENT ON COLUMN shortlist_rows.list IS 'The list';
COMMENT ON COLUMN shortlist_rows.line IS 'Row of the file, the first after the header being 1';
COMMENT ON COLUMN shortlist_rows.taxon_key IS 'Key of the taxon';
COMMENT ON COLUMN shortlist_rows.scientific_name IS 'Name in this row, joined where it stands in several columns';
COMMENT ON COLUMN shortlist_rows.original_name IS 'Spelling that is looked up: the original name where the row has one, else the same';
COMMENT ON COLUMN shortlist_rows.source IS 'Who spells it so, of a list with a column of sources';
COMMENT ON COLUMN shortlist_rows.rank IS 'Rank, as the list has it';
COMMENT ON COLUMN shortlist_rows.authorship IS 'Authors, as the list has them';
COMMENT ON COLUMN shortlist_rows.cells IS 'Every cell of the row that is not blank, by the name of its column: cells[''family'']';

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
    taxon_source VARCHAR NOT NULL,
    taxon_id BIGINT,
    matched_name VARCHAR,
    matched_at TIMESTAMPTZ NOT NULL,
    reason VARCHAR
);
COMMENT ON TABLE matches IS 'How every spelling of the shortlist ended in the last match, one row for each source of taxa';
COMMENT ON COLUMN matches.taxon_key IS 'Key of the shortlist taxon';
COMMENT ON COLUMN matches.source IS 'Who spells it so';
COMMENT ON COLUMN matches.original_name IS 'The spelling';
COMMENT ON COLUMN matches.status IS 'matched, ambiguous (several taxa fit) or unmatched (none does)';
COMMENT ON COLUMN matches.method IS 'How the candidates were found: override, key, exact or canonical; null when unmatched';
COMMENT ON COLUMN matches.candidates IS 'Number of taxa that fit';
COMMENT ON COLUMN matches.taxon_source IS 'Source whose taxa were searched';
COMMENT ON COLUMN matches.taxon_id IS 'Number of the taxon, as in the view taxa; null unless matched';
COMMENT ON COLUMN matches.matched_name IS 'Name of that taxon';
COMMENT ON COLUMN matches.matched_at IS 'When the match ran';
COMMENT ON COLUMN matches.reason IS 'Why no taxon fits; of a spelling that was matched, how its name or its key does not fit the taxon';

CREATE TABLE match_candidates (
    original_name VARCHAR NOT NULL,
    taxon_source VARCHAR NOT NULL,
    taxon_id BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    rank VARCHAR,
    active BOOLEAN,
    ancestry VARCHAR
);
COMMENT ON TABLE match_candidates IS 'The taxa that fit each ambiguous spelling';
COMMENT ON COLUMN match_candidates.original_name IS 'The spelling';
COMMENT ON COLUMN match_candidates.taxon_source IS 'Source of the taxon';
COMMENT ON COLUMN match_candidates.taxon_id IS 'A taxon that fits';
COMMENT ON COLUMN match_candidates.name IS 'Its name';
COMMENT ON COLUMN match_candidates.rank IS 'Its rank';
COMMENT ON COLUMN match_candidates.active IS 'Whether its source still uses it';
COMMENT ON COLUMN match_candidates.ancestry IS 'Its ancestors, which tell homonyms apart';

CREATE TABLE gbif_names (
    checklist_key VARCHAR NOT NULL,
    checklist_release VARCHAR NOT NULL,
    original_name VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    usage_key VARCHAR,
    usage_name VARCHAR,
    rank VARCHAR,
    usage_status VARCHAR,
    accepted_key VARCHAR,
    accepted_name VARCHAR,
    classification VARCHAR,
    match_type VARCHAR NOT NULL,
    confidence INTEGER,
    reason VARCHAR,
    asked_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE gbif_names IS 'What GBIF makes of the names of lists, for requests of downloads: each is asked once a release of the checklist';
COMMENT ON COLUMN gbif_names.checklist_key IS 'Checklist that was searched, by its key at GBIF';
COMMENT ON COLUMN gbif_names.checklist_release IS 'Its release, such as COL26.6 XR; keys of one may be gone in the next';
COMMENT ON COLUMN gbif_names.original_name IS 'What was asked: a spelling of the shortlist, or a key that it has of a checklist, such as gbif:5231190';
COMMENT ON COLUMN gbif_names.verdict IS 'matched, near (another spelling), higher (a higher taxon only), ambiguous (several taxa of that name) or unmatched';
COMMENT ON COLUMN gbif_names.usage_key IS 'Key of the taxon that GBIF found; null when unmatched';
COMMENT ON COLUMN gbif_names.usage_name IS 'Its name';
COMMENT ON COLUMN gbif_names.rank IS 'Its rank, in small letters';
COMMENT ON COLUMN gbif_names.usage_status IS 'ACCEPTED, SYNONYM, …, in GBIF''s words';
COMMENT ON COLUMN gbif_names.accepted_key IS 'Key of the accepted taxon, where that is another';
COMMENT ON COLUMN gbif_names.accepted_name IS 'Its name';
COMMENT ON COLUMN gbif_names.classification IS 'Names of the higher taxa, separated by |';
COMMENT ON COLUMN gbif_names.match_type IS 'EXACT, VARIANT, FUZZY, HIGHERRANK or NONE, in GBIF''s words';
COMMENT ON COLUMN gbif_names.confidence IS 'How sure GBIF is, up to 100';
COMMENT ON COLUMN gbif_names.reason IS 'Why it is not matched';
COMMENT ON COLUMN gbif_names.asked_at IS 'When GBIF was asked';

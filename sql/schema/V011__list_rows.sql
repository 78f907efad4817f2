-- What stands beside the names of a list is kept with them.
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

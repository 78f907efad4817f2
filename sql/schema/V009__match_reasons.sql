ALTER TABLE matches ADD COLUMN reason VARCHAR;
COMMENT ON COLUMN matches.reason IS 'Why no taxon fits; null unless unmatched';

CREATE OR REPLACE VIEW taxa AS
SELECT
    source,
    taxon_id,
    taxon_key,
    name,
    canonical_name,
    rank,
    ancestry,
    classification,
    active,
    checklist_keys
FROM (
{{sources}}
);
COMMENT ON VIEW taxa IS 'The taxa of every source, inactive ones too';
COMMENT ON COLUMN taxa.source IS 'Kind of source';
COMMENT ON COLUMN taxa.taxon_id IS 'Number of the taxon in its source: iNaturalist''s, or one made of its key';
COMMENT ON COLUMN taxa.taxon_key IS 'Key of the taxon, as its source has it';
COMMENT ON COLUMN taxa.name IS 'Scientific name, as its source has it';
COMMENT ON COLUMN taxa.canonical_name IS 'The same folded, without authorship and words of rank, as names are compared';
COMMENT ON COLUMN taxa.rank IS 'Rank in small letters: species, hybrid, subspecies, genus, …';
COMMENT ON COLUMN taxa.ancestry IS 'Numbers of the higher taxa, from the root, separated by /';
COMMENT ON COLUMN taxa.classification IS 'Names of the higher taxa, from the kingdom, separated by |; null where the source has numbers only';
COMMENT ON COLUMN taxa.active IS 'False for names that their source has retired';
COMMENT ON COLUMN taxa.checklist_keys IS 'Keys of the taxon in public checklists, such as gbif:5231190 or inat:48484; null for none';

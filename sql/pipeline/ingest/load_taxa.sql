-- Nothing is sniffed: names hold quotes that are never closed, and rank_level 33.5 would be guessed an integer.
INSERT INTO inat_taxa
SELECT
    taxon_id,
    ancestry,
    rank_level,
    rank,
    name,
    active
FROM read_csv(
    $file,
    auto_detect = false,
    header = true,
    delim = '\t',
    quote = '',
    escape = '',
    new_line = '\n',
    store_rejects = true,
    columns = {
        'taxon_id': 'INTEGER',
        'ancestry': 'VARCHAR',
        'rank_level': 'DOUBLE',
        'rank': 'VARCHAR',
        'name': 'VARCHAR',
        'active': 'BOOLEAN'
    }
);

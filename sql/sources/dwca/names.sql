-- In an order that brings together what lies below the same taxon, and those last whose kingdom others must tell. It is the same
-- each time: where records place a family differently, each ingest tells the same of them.
FROM dwca_name_cells
ORDER BY
    nullif(trim(kingdom), '') IS NULL,
    kingdom,
    phylum,
    "class",
    "order",
    family,
    genus,
    species,
    name_id;

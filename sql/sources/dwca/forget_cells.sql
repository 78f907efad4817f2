DROP VIEW IF EXISTS dwca_cells;

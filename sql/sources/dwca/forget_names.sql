DROP TABLE dwca_name_cells;

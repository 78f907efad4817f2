-- In an order of their own: where records place a family differently, each ingest tells the same of them.
FROM dwca_name_cells
ORDER BY name_id;

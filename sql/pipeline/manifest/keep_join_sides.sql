-- The names of taxa and people join millions of photos whose number DuckDB underestimates a
-- hundredfold; it would hold the photos in memory to look up the names, and run out of it.
SET disabled_optimizers = 'compressed_materialization,build_side_probe_side';

-- As it is set for every session; RESET would switch on what is off for good reason.
SET disabled_optimizers = 'compressed_materialization';

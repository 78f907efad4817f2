-- Whether settings can be changed no more.
SELECT current_setting('lock_configuration')::BOOLEAN AS locked;

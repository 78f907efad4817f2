-- Whether SQL may read and write files, which `.safe` forbids.
SELECT current_setting('enable_external_access') AS reaches_files;

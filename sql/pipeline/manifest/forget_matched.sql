DROP TABLE IF EXISTS temp.manifest_matched;

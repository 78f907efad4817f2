DROP TABLE reject_scans;

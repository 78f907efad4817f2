DROP TABLE inat_api_came;

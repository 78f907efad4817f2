DELETE FROM inat_disputed_photos;

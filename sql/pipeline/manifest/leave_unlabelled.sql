DELETE FROM manifest_choice
WHERE taxon_number = 0;

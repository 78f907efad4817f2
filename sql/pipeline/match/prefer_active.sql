-- A retired name counts only where no name in use fits.
DELETE FROM match_fits
WHERE
    NOT coalesce(active, false)
    AND original_name IN (SELECT original_name FROM match_fits WHERE active);

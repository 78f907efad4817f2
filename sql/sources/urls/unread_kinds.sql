SELECT DISTINCT
    coalesce(format, '') AS format,
    form,
    coalesce(ending, '') AS ending
FROM urls_photos
EXCEPT
SELECT format, form, ending
FROM urls_kinds;

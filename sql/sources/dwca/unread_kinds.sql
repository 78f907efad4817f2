SELECT DISTINCT
    coalesce(type, '') AS type,
    coalesce(format, '') AS format,
    form,
    coalesce(ending, '') AS ending
FROM dwca_media
EXCEPT
SELECT type, format, form, ending
FROM dwca_media_kinds;

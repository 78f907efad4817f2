-- One address of each host but the open bucket, which needs no contact and is most often the only one.
SELECT min(p.url) AS url
FROM manifest_photos AS p
WHERE p.manifest_id = $manifest_id
    AND NOT starts_with(p.url, 'https://inaturalist-open-data.s3.amazonaws.com/')
GROUP BY split_part(p.url, '/', 3)
ORDER BY url;

-- The first seed's steps 1 to 5 and its size-ranked top 10, as its document gives them, over the same tables.
-- Mended, because the document's own SQL is wrong there:
--  * homonyms of other kingdoms are left out (its name match knows no kingdom);
--  * the credit is the photo's owner (photos.observer_id), not the observer's;
--  * a photo counts once a taxon, however many spellings or observations lead to it, before photos are counted and ranked;
--  * photos without a size rank last, not first.
CREATE TABLE seed_lookup AS
SELECT DISTINCT source, wfo_taxon_id, wfo_original_name AS original_name
FROM spelled
WHERE wfo_original_name IS NOT NULL AND trim(wfo_original_name) <> '';

CREATE TABLE seed_names AS
SELECT sl.wfo_taxon_id, sl.wfo_scientific_name, lk.source, lk.original_name
FROM accepted AS sl
JOIN seed_lookup AS lk ON lk.wfo_taxon_id = sl.wfo_taxon_id
WHERE sl.s % 8 <> 1;

CREATE TABLE seed_taxa AS
SELECT s.*, t.taxon_id
FROM seed_names AS s
JOIN inat_taxa AS t ON lower(trim(s.original_name)) = lower(trim(t.name))
WHERE t.rank = 'species' AND t.active AND t.ancestry LIKE '48460/47126/%';

CREATE TABLE seed_photos AS
SELECT DISTINCT ON (it.wfo_taxon_id, p.photo_id)
    it.wfo_taxon_id,
    it.wfo_scientific_name,
    it.original_name,
    p.photo_id || '_large.' || lower(p.extension) AS photo_filename,
    'https://inaturalist-open-data.s3.amazonaws.com/photos/' || p.photo_id || '/large.' || p.extension AS photo_url,
    p.license,
    obsr.login,
    obsr.name AS observer_name,
    p.width,
    p.height,
    p.width::BIGINT * p.height AS area_pixels,
    p.photo_id
FROM seed_taxa AS it
JOIN inat_observations AS obs ON obs.taxon_id = it.taxon_id
JOIN inat_photos AS p ON p.observation_uuid = obs.observation_uuid
LEFT JOIN inat_observers AS obsr ON obsr.observer_id = p.observer_id
WHERE obs.quality_grade = 'research' AND p.license IN ('CC0', 'CC-BY')
ORDER BY it.wfo_taxon_id, p.photo_id, it.source, it.original_name;

CREATE TABLE seed_top10 AS
SELECT *, row_number() OVER (PARTITION BY wfo_taxon_id ORDER BY area_pixels DESC NULLS LAST, photo_id) AS rank
FROM seed_photos
WHERE wfo_taxon_id IN (SELECT wfo_taxon_id FROM seed_photos GROUP BY wfo_taxon_id HAVING count(*) > 10)
QUALIFY rank <= 10;

-- A bundle may say of one photo that it is CC0 and that it is CC-BY-NC. What holds must not depend on which row is read
-- first, nor on which observation of the photo is chosen.

ALTER TABLE licenses ADD COLUMN strictness INTEGER;
COMMENT ON COLUMN licenses.strictness IS 'The greater, the less is allowed';
UPDATE licenses SET strictness = list_position(
    ['CC0', 'PD', 'CC-BY', 'CC-BY-SA', 'CC-BY-ND', 'CC-BY-NC', 'CC-BY-NC-SA', 'CC-BY-NC-ND', 'UNKNOWN', 'ARR'],
    license
);

CREATE TABLE inat_disputed_photos (
    photo_id BIGINT NOT NULL,
    license VARCHAR,
    observer_id INTEGER
);
COMMENT ON TABLE inat_disputed_photos IS 'Photos whose rows in inat_photos name different licences, found at the ingest: what holds of them';
COMMENT ON COLUMN inat_disputed_photos.photo_id IS 'The photo';
COMMENT ON COLUMN inat_disputed_photos.license IS 'Its strictest licence, as exported';
COMMENT ON COLUMN inat_disputed_photos.observer_id IS 'Its owner in the row of that licence, of several the one with the smallest number';

CREATE OR REPLACE VIEW candidates AS
SELECT
    'inat-open-data' AS source,
    p.photo_id,
    p.observation_uuid,
    o.taxon_id,
    t.name AS scientific_name,
    t.rank,
    t.ancestry,
    coalesce(l.license, 'UNKNOWN') AS license,
    p.license AS license_text,
    CASE WHEN d.photo_id IS NULL THEN p.observer_id ELSE d.observer_id END AS observer_id,
    u.login,
    u.name AS observer_name,
    o.observed_on,
    o.quality_grade,
    o.latitude,
    o.longitude,
    o.positional_accuracy,
    o.anomaly_score,
    p.width,
    p.height,
    p.extension,
    p.position
FROM inat_photos AS p
JOIN inat_observations AS o ON o.observation_uuid = p.observation_uuid
LEFT JOIN inat_taxa AS t ON t.taxon_id = o.taxon_id
LEFT JOIN inat_disputed_photos AS d ON d.photo_id = p.photo_id
LEFT JOIN inat_observers AS u ON u.observer_id = CASE WHEN d.photo_id IS NULL THEN p.observer_id ELSE d.observer_id END
LEFT JOIN licenses AS l ON l.license = CASE WHEN d.photo_id IS NULL THEN p.license ELSE d.license END;
COMMENT ON VIEW candidates IS 'Every photo that could be chosen, of every source, one row for each observation that shows it';
COMMENT ON COLUMN candidates.source IS 'Kind of source';
COMMENT ON COLUMN candidates.photo_id IS 'Number of the photo';
COMMENT ON COLUMN candidates.observation_uuid IS 'Observation that shows it';
COMMENT ON COLUMN candidates.taxon_id IS 'What the observation was identified as';
COMMENT ON COLUMN candidates.scientific_name IS 'Name of that taxon; null where the source lacks it';
COMMENT ON COLUMN candidates.rank IS 'Rank of that taxon';
COMMENT ON COLUMN candidates.ancestry IS 'Ancestors of that taxon, from the root, separated by /';
COMMENT ON COLUMN candidates.license IS 'Licence, normalised: one of the table licenses; the strictest where rows of the photo contradict each other';
COMMENT ON COLUMN candidates.license_text IS 'Licence as the source has it in this row';
COMMENT ON COLUMN candidates.observer_id IS 'Owner of the photo; where rows contradict each other in the licence, that of the strictest';
COMMENT ON COLUMN candidates.login IS 'User name of the owner';
COMMENT ON COLUMN candidates.observer_name IS 'Name of the owner; null for most';
COMMENT ON COLUMN candidates.observed_on IS 'Day of the observation';
COMMENT ON COLUMN candidates.quality_grade IS 'Grade of the observation';
COMMENT ON COLUMN candidates.latitude IS 'Degrees north';
COMMENT ON COLUMN candidates.longitude IS 'Degrees east';
COMMENT ON COLUMN candidates.positional_accuracy IS 'Uncertainty of the place, in metres';
COMMENT ON COLUMN candidates.anomaly_score IS 'Below 1 in an unexpected place';
COMMENT ON COLUMN candidates.width IS 'Width of the original in pixels';
COMMENT ON COLUMN candidates.height IS 'Height of the original in pixels';
COMMENT ON COLUMN candidates.extension IS 'File name extension of the original';
COMMENT ON COLUMN candidates.position IS 'Place among the photos of its observation, from 0';

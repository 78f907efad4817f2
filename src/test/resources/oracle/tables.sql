-- The iNaturalist tables with the quirks of the real ones, small enough for a test: the same name in two kingdoms,
-- inactive taxa, hybrids, observations filed under genera, subspecies and taxa that do not exist, photo_id under two
-- observations, photos owned by somebody else than the observer, sizes that are missing, JPG beside jpg, names with
-- quotes and emoji, and a long tail of taxa.
CREATE MACRO h(i, salt) AS hash(i * 1000003 + salt * 7919);
CREATE MACRO u(i, salt) AS (h(i, salt) % 1000003)::DOUBLE / 1000003.0;
CREATE MACRO syllable(n) AS ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru'][(1 + n % 10)::INTEGER];
CREATE MACRO word(n) AS syllable(n) || syllable(n // 10) || syllable(n // 100) || syllable(n // 1000);
CREATE MACRO kingdom(g) AS CASE WHEN g % 10 < 7 THEN 47126 ELSE 1 END;
CREATE MACRO genus_name(g) AS upper(word(g * 7 + 3)[1]) || word(g * 7 + 3)[2:] || 'us';
CREATE MACRO species_name(s) AS genus_name(s % 50) || CASE WHEN s % 90 = 7 THEN ' × ' ELSE ' ' END || word(s * 3 + 11) || 'a';

INSERT INTO inat_taxa
SELECT 48460, NULL, 100, 'stateofmatter', 'Life', true
UNION ALL SELECT 47126, '48460', 70, 'kingdom', 'Plantae', true
UNION ALL SELECT 1, '48460', 70, 'kingdom', 'Animalia', true
UNION ALL SELECT 7, '48460/1', 33.5, 'zoosubsection', 'Raninoida', true
UNION ALL
SELECT 10000 + g, '48460/' || kingdom(g), 20, 'genus', genus_name(g), true FROM range(50) AS r (g)
UNION ALL
SELECT
    20000 + s, '48460/' || kingdom(s % 50) || '/' || (10000 + s % 50), 10,
    CASE WHEN s % 90 = 7 THEN 'hybrid' ELSE 'species' END, species_name(s), s % 25 <> 3
FROM range(600) AS r (s)
UNION ALL
SELECT
    40000 + s, '48460/' || kingdom(s % 50) || '/' || (10000 + s % 50) || '/' || (20000 + s), 5,
    'subspecies', species_name(s) || ' ' || word(s) || 'is', true
FROM range(0, 600, 10) AS r (s)
UNION ALL
SELECT 60000 + s, '48460/1/' || (10000 + s % 50), 10, 'species', species_name(s), true
FROM range(0, 600, 37) AS r (s) WHERE kingdom(s % 50) = 47126;

INSERT INTO inat_observers
SELECT
    i, 'user_' || i,
    CASE i % 5 WHEN 0 THEN 'Ann "Bee" O''Hara\' || i WHEN 1 THEN 'Zoë, ' || i || ' 🌿' WHEN 2 THEN '"' || i || '"' END
FROM range(1, 400) AS r (i);

INSERT INTO inat_observations
SELECT
    md5('o' || i)::UUID, 1 + h(i, 6) % 410, NULL, NULL, NULL,
    CASE
        WHEN i % 97 = 0 THEN NULL
        WHEN i % 89 = 1 THEN 900000 + i % 7
        WHEN i % 20 = 2 THEN 10000 + i % 50
        WHEN i % 12 = 3 THEN 40000 + 10 * (i % 60)
        ELSE 20000 + least((600 * pow(u(i, 5), 3))::INTEGER, 599)
    END,
    CASE h(i, 10) % 10 WHEN 0 THEN 'casual' WHEN 1 THEN 'needs_id' WHEN 2 THEN 'needs_id' ELSE 'research' END,
    CASE WHEN i % 83 = 0 THEN NULL ELSE DATE '2015-01-01' + (h(i, 11) % 3000)::INTEGER END,
    NULL
FROM range(20000) AS r (i);

INSERT INTO inat_photos
SELECT
    md5('p' || id)::UUID, id * 17, md5('o' || p * 10 // 17)::UUID,
    CASE WHEN id % 50 = 7 THEN 1 + h(id, 17) % 410 ELSE 1 + h(id * 10 // 17, 6) % 410 END,
    CASE WHEN id % 6 = 0 THEN 'jpeg' WHEN id % 100 = 1 THEN 'png' WHEN id % 70 = 2 THEN 'JPG' ELSE 'jpg' END,
    ['CC0', 'CC-BY', 'CC-BY-NC', 'CC-BY-SA', 'CC-BY-ND', 'CC-BY-NC-SA', 'CC-BY-NC-ND', 'PD', 'CC-BY'][(1 + h(id, 13) % 9)::INTEGER],
    CASE WHEN id % 70 = 0 THEN NULL ELSE 600 + h(id, 14) % 40 END,
    CASE WHEN id % 70 = 0 THEN NULL ELSE 600 + h(id, 15) % 40 END,
    p % 4
FROM (SELECT p, CASE WHEN p % 100 = 99 THEN p - 70 ELSE p END AS id FROM range(1, 34000) AS r (p));

INSERT INTO snapshots
VALUES (1, 'inat-open-data', 'inat-open-data', 'generated', DATE '2026-09-27', 0, 0, now(), now());

-- The shortlist in the first seed's shape: accepted names with keys, and original names from five sources.
CREATE TABLE accepted AS
SELECT format('wfo-{:04d}', s) AS wfo_taxon_id, species_name(s) AS wfo_scientific_name, s
FROM range(500) AS r (s)
WHERE kingdom(s % 50) = 47126;

CREATE TABLE spelled AS
SELECT
    k.source, wfo_taxon_id,
    CASE h(s, 20 + k.salt) % 12
        WHEN 0 THEN upper(wfo_scientific_name)
        WHEN 1 THEN '  ' || wfo_scientific_name || ' '
        WHEN 2 THEN wfo_scientific_name || ' (L.) Mill.'
        WHEN 3 THEN replace(wfo_scientific_name, 'la', 'lla')
        WHEN 4 THEN ''
        WHEN 5 THEN NULL
        WHEN 6 THEN wfo_scientific_name || ' subsp. ' || word(s) || 'is'
        ELSE wfo_scientific_name
    END AS wfo_original_name
FROM accepted, (VALUES ('duke', 1), ('eive', 2), ('mabberly', 3), ('try_enhanced', 4), ('austraits', 5)) AS k (source, salt)
WHERE h(s, 30 + k.salt) % 5 < 3;

-- A list is loaded again when it was corrected: what it no longer holds is wanted no more, unless another list does.

CREATE TABLE shortlist_lists (
    list VARCHAR NOT NULL,
    file VARCHAR NOT NULL,
    loaded_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE shortlist_lists IS 'The lists of names that were loaded; to load one again replaces it';
COMMENT ON COLUMN shortlist_lists.list IS 'Name of the list, of its file unless the user gave another';
COMMENT ON COLUMN shortlist_lists.file IS 'File that it was loaded from';
COMMENT ON COLUMN shortlist_lists.loaded_at IS 'When it was loaded last';

CREATE TABLE shortlist_entries (
    list VARCHAR NOT NULL,
    taxon_key VARCHAR NOT NULL,
    scientific_name VARCHAR NOT NULL
);
COMMENT ON TABLE shortlist_entries IS 'What each list wants; every taxon of the shortlist is in one or more';
COMMENT ON COLUMN shortlist_entries.list IS 'The list';
COMMENT ON COLUMN shortlist_entries.taxon_key IS 'Key of the taxon';
COMMENT ON COLUMN shortlist_entries.scientific_name IS 'Accepted name, as this list gives it: its first for that key';

ALTER TABLE shortlist_names ADD COLUMN list VARCHAR;
COMMENT ON COLUMN shortlist_names.list IS 'List that the spelling goes with; null for those of shortlist names, which stay';

INSERT INTO shortlist_entries
SELECT
    CASE WHEN count(DISTINCT origin) OVER (PARTITION BY stem) = 1 THEN stem ELSE origin END,
    taxon_key,
    scientific_name
FROM (SELECT *, regexp_extract(origin, '([^/]+?)(\.[^./]+)?$', 1) AS stem FROM shortlist);

INSERT INTO shortlist_lists
SELECT e.list, s.origin, max(s.loaded_at)
FROM shortlist_entries AS e
JOIN shortlist AS s ON s.taxon_key = e.taxon_key
GROUP BY e.list, s.origin;

UPDATE shortlist_names AS n SET list = e.list
FROM shortlist_entries AS e
WHERE e.taxon_key = n.taxon_key AND n.source = 'accepted';

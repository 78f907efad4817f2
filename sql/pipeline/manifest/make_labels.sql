-- Taxa of several sources that are called alike are one label, unless a source has several of that name: homonyms stay apart.
-- What lies below a taxon of the same rank, or of several, is another name of the highest, and has its label.
CREATE OR REPLACE TEMP TABLE manifest_labels AS
WITH named AS (
    SELECT
        source,
        taxon_id,
        taxon_key,
        name,
        canonical_name,
        CASE WHEN $rank <> 'taxon' THEN ancestry END AS ancestry,
        coalesce(list_filter(checklist_keys, lambda key: starts_with(key, 'gbif:'))[1], taxon_key) AS homonym
    FROM taxa
    WHERE
        list_contains($sources::VARCHAR[], source)
        AND canonical_name IS NOT NULL
        AND ($rank = 'taxon' OR (rank = $rank AND active))
),
ancestors AS (
    SELECT
        source,
        ancestry,
        unnest(string_split(ancestry, '/')) AS id,
        generate_subscripts(string_split(ancestry, '/'), 1) AS depth
    FROM (SELECT DISTINCT source, ancestry FROM named)
),
-- A synonym of a subspecies has one between it and its species.
above AS (
    SELECT
        a.source,
        a.ancestry,
        min_by(n.taxon_id, a.depth) AS taxon_id
    FROM ancestors AS a
    JOIN named AS n ON n.source = a.source AND n.taxon_id = try_cast(a.id AS BIGINT)
    GROUP BY ALL
),
placed AS (
    SELECT
        n.source,
        n.taxon_id,
        n.name,
        coalesce(a.name, n.name) AS label_name,
        coalesce(a.canonical_name, n.canonical_name) AS canonical_name,
        coalesce(a.taxon_key, n.taxon_key) AS taxon_key,
        coalesce(a.homonym, n.homonym) AS homonym
    FROM named AS n
    LEFT JOIN above AS b ON b.source = n.source AND b.ancestry = n.ancestry
    LEFT JOIN named AS a ON a.source = b.source AND a.taxon_id = b.taxon_id
),
compared AS (
    SELECT
        *,
        min(homonym) OVER of_source <> max(homonym) OVER of_source AS has_twins
    FROM placed
    WINDOW of_source AS (PARTITION BY source, canonical_name)
)
SELECT
    CASE
        -- What could not be read as a name, such as BOLD:AAA1234, is a label as it is written.
        WHEN regexp_matches(canonical_name, '[^\p{L} ×-]') AND lower(min(label_name) OVER of_name) = canonical_name
            THEN min(label_name) OVER of_name
        ELSE upper(canonical_name[1]) || canonical_name[2:]
    END || CASE
        WHEN bool_or(has_twins) OVER of_name
            THEN format(' ({} {})', source, min(taxon_key) OVER (PARTITION BY source, canonical_name, homonym))
        ELSE ''
    END AS label,
    source,
    taxon_id,
    name
FROM compared
WINDOW of_name AS (PARTITION BY canonical_name);

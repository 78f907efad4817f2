-- Of several rows of one observation the one that claims least holds, whatever their order: the weakest grade, no taxon before
-- any, a higher rank before a lower one, a less certain place. Rows that are equal do not contradict each other. The numbers
-- of rows hold until some are deleted.
CREATE OR REPLACE TEMP TABLE overruled_observations AS
WITH ranks AS (
    SELECT
        taxon_id,
        max(rank_level) AS rank_level
    FROM inat_taxa
    GROUP BY taxon_id
),
ranked AS (
    SELECT
        o.rowid AS row,
        rank() OVER (
            PARTITION BY o.observation_uuid
            ORDER BY
                o.quality_grade NULLS FIRST,
                t.rank_level DESC NULLS FIRST,
                o.taxon_id NULLS FIRST,
                o.positional_accuracy DESC NULLS FIRST,
                o.observed_on NULLS FIRST,
                o.latitude NULLS FIRST,
                o.longitude NULLS FIRST,
                o.observer_id NULLS FIRST,
                o.anomaly_score NULLS FIRST
        ) AS place
    FROM inat_observations AS o
    SEMI JOIN repeated_observations AS r ON r.observation_uuid = o.observation_uuid
    LEFT JOIN ranks AS t ON t.taxon_id = o.taxon_id
)
SELECT row
FROM ranked
WHERE place > 1;

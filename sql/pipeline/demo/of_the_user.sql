-- What the demo does not put into its catalogue: a manifest, a list or an override of another name, other metadata.
SELECT 'manifest ' || name AS what
FROM demo.manifests
WHERE name <> 'demo'
UNION ALL
SELECT 'metadata from ' || origin
FROM demo.snapshots
WHERE NOT ends_with(origin, 'sample/inat-open-data')
UNION ALL
SELECT DISTINCT 'names from ' || origin
FROM demo.shortlist
WHERE NOT ends_with(origin, 'sample/species.csv')
UNION ALL
SELECT 'override of ' || from_name
FROM demo.name_overrides
WHERE from_name NOT IN ('Digitalis purpurae', 'Agathis montana')
ORDER BY what;

SELECT wanted AS taxon_id
FROM (SELECT unnest($taxa::BIGINT[]) AS wanted)
WHERE wanted NOT IN (SELECT taxon_id FROM inat_api_taxa)
ORDER BY taxon_id;

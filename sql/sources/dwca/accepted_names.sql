-- Those that others name as the accepted one by a key, without saying more of it.
FROM dwca_name_cells
WHERE
    coalesce(taxon_id, core_id) IN (
        SELECT accepted_name_usage_id
        FROM dwca_name_cells
        WHERE accepted_name_usage_id IS DISTINCT FROM coalesce(taxon_id, core_id)
    )
    OR taxon_key IN (
        SELECT accepted_taxon_key
        FROM dwca_name_cells
        WHERE accepted_taxon_key IS DISTINCT FROM taxon_key AND accepted_scientific_name IS NULL
    )
ORDER BY name_id;

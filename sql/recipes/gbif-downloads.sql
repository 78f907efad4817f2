-- @title   Downloads of GBIF: what was asked for, how far they are, how to cite them
-- @doc     'gbif status' asks GBIF first. missing_records is what GBIF counts and the catalogue did not take in.
-- @tags    sources
-- @example
SELECT
    download_key,
    status,
    format,
    asked_for,
    requested_by,
    requested_at,
    size_bytes,
    total_records,
    total_records - loaded_records AS missing_records,
    datasets,
    'https://doi.org/' || doi AS doi,
    license,
    citation,
    erase_after,
    fetched_at,
    checklist_key,
    checklist_release,
    predicate
FROM gbif_downloads
ORDER BY coalesce(requested_at, created_at, seen_at) DESC, download_key;

-- @title   Names that GBIF did not find, or not for sure, when a download was asked for
-- @doc     near: another spelling, used with 'gbif request --accept-near'. higher: a higher taxon only. ambiguous: several taxa
-- @doc     have that name. Mend spellings with 'override add FROM TO', or give the list keys.
-- @param   verdict  text?   near, higher, ambiguous, unmatched or matched; left out = all but matched
-- @tags    names
-- @example
SELECT
    n.original_name,
    n.verdict,
    n.reason,
    n.usage_name,
    n.usage_key,
    n.rank,
    n.accepted_name,
    n.accepted_key,
    n.match_type,
    n.confidence,
    n.classification,
    n.checklist_release,
    n.checklist_key,
    n.asked_at
FROM gbif_names AS n
WHERE coalesce(n.verdict = $verdict, n.verdict <> 'matched')
ORDER BY n.verdict, n.original_name, n.asked_at DESC;

-- False where somebody else added or took away events, and for the events of a catalogue that had no sums yet.
SELECT (SELECT coalesce(sum(s.events), 0) FROM download_sums AS s) = (SELECT count(*) FROM download_events) AS fit;

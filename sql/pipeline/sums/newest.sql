-- The place of the last event; rows are only ever appended.
SELECT coalesce(max(e.rowid), -1) AS event
FROM download_events AS e;

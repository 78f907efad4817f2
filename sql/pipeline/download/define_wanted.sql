-- Tells whether a file is to be fetched. What is stored under another root counts as not fetched, and so does what only
-- photocat refused, once that is allowed. A photo whose host named a time waits for it. A rebuild looks at every file
-- that is not known to be there.
CREATE OR REPLACE TEMP MACRO is_wanted(state, reason, is_due, is_here, every_one, private_hosts, opted_out) AS
    CASE coalesce(state, 'pending')
        WHEN 'pending' THEN true
        WHEN 'active' THEN true
        WHEN 'done' THEN NOT is_here
        WHEN 'adopted' THEN NOT is_here
        WHEN 'retry' THEN every_one OR is_due
        WHEN 'refused' THEN every_one
            OR (private_hosts AND reason IN ('blocked_address', 'blocked_redirect', 'blocked_port'))
            OR (opted_out AND reason = 'opted_out')
        ELSE every_one
    END;

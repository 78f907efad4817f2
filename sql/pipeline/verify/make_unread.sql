-- What could not be looked at: folders, and files.
CREATE OR REPLACE TEMP TABLE unread_names (
    name VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);

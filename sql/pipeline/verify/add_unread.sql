INSERT INTO unread_names (name, reason)
SELECT unnest($names), unnest($reasons);

INSERT INTO unread_names BY NAME
SELECT unnest($names) AS name, unnest($reasons) AS reason;
